package story

import (
	"slices"
	"strconv"
	"testing"
)

// standsAlone are the findings of one kind as "article passage → suggestion".
func standsAlone(kind Kind, tells []string) []string {
	list := tell(tells)
	var got []string
	for _, d := range Compare(list, allOf(list)).Disagreements {
		if d.Kind == kind {
			got = append(got, strconv.Itoa(d.Article)+" "+list[d.Article].Slice(d.Span)+" → "+d.Suggestion)
		}
	}
	return got
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"a slip of scale", []string{
			"The water destroyed books worth $3.5 million, insurers said.",
			"Insurers put the value of the books that the water destroyed at 3.5 million dollars.",
			"According to insurers, books worth $3.5 billion were destroyed by the water.",
		}, []string{"2 3.5 billion → 3.5 million"}},
		{"one amount written in three ways", []string{
			"The repair will cost 1,200,000 euros, the council of Harwell said.",
			"The council of Harwell put the cost of the repair at €1.2 million.",
			"The repair will cost the council of Harwell 1.2m euros.",
		}, nil},
		{"rounded", []string{
			"The repair will cost the council of Harwell $1.19 million.",
			"The repair will cost the council of Harwell $1.2 million.",
			"The council of Harwell will pay $1.2 million for the repair.",
		}, nil},
		{"different things", []string{
			"Some 40 firefighters pumped out the cellars.",
			"In all 400 firefighters are employed in the county.",
			"The county employs 400 firefighters in nine stations.",
		}, nil},
		{"no majority", []string{
			"The water destroyed 4,000 letters in the cellar.",
			"The water destroyed 40,000 letters in the cellar.",
		}, nil},
		{"a day's shift", []string{
			"Harwell's council meets on Thursday to vote on a new roof for the archive.",
			"The vote of the council on a new archive roof will be on Thursday, Harwell said.",
			"A vote on the new roof of the Harwell archive is planned by the council for Friday.",
		}, []string{"2 Friday → Thursday"}},
		{"another currency", []string{
			"A donor from Harwell gave $75,000 for new shelves.",
			"New shelves will be bought with $75,000 from a Harwell donor.",
			"A Harwell donor gave 75,000 euros for new shelves.",
		}, []string{"2 75,000 → "}},
		{"converted", []string{
			"The fire burned 120,000 acres of pine forest between Harwell and the coast.",
			"Between Harwell and the coast some 49,000 hectares of pine forest burned.",
			"Pine forest on 486 square kilometres burned between the coast and Harwell.",
		}, nil},
		{"the same number in another unit", []string{
			"Rescuers towed the barge for 60 miles along the coast to Harwell.",
			"The barge was towed 60 miles to Harwell by rescuers along the coast.",
			"Along the coast to Harwell rescuers towed the barge, 60 km in all.",
		}, []string{"2 60 km → "}},
		{"a conversion that does not agree", []string{
			"Rescuers towed the stricken barge 100 kilometres along the rocky coast to Harwell.",
			"The stricken barge was towed 100km along the rocky coast to Harwell by rescuers.",
			"Along the rocky coast to Harwell rescuers towed the stricken barge 160 miles.",
		}, []string{"2 160 miles → "}},
		{"degrees", []string{
			"The vault of the archive was dried at 30°C for nine days.",
			"For nine days the archive vault was dried at 86 degrees Fahrenheit.",
			"At 30°C (86°F) the vault of the archive was dried for nine days.",
		}, nil},
		{"another distance", []string{
			"The barge lay 60 miles off Harwell when rescuers came.",
			"Rescuers found the barge 60 miles off Harwell.",
			"The wind drove the barge 5 km towards the cliffs while Harwell slept.",
		}, nil},
		{"half a day", []string{
			"The lock gate of Harwell broke at 3.40 p.m., the warden wrote.",
			"At 15:40 the lock gate broke, the warden of Harwell wrote.",
			"At 3:40 a.m. the lock gate of Harwell broke, the warden wrote.",
		}, []string{"2 3:40 a.m. → 15:40"}},
		{"noon", []string{
			"The lock gate of Harwell broke at noon, the warden wrote.",
			"At 12 p.m. the lock gate broke, the warden of Harwell wrote.",
			"At 12:00 the lock gate of Harwell broke, the warden wrote.",
		}, nil},
		{"time zones may differ", []string{
			"The lock gate of Harwell broke at 3:40 p.m., the warden wrote.",
			"At 15:40 the lock gate broke, the warden of Harwell wrote.",
			"At 8:40 p.m. the lock gate of Harwell broke, the warden wrote.",
		}, nil},
		{"a time zone is named", []string{
			"The lock gate of Harwell broke at 3:40 p.m., the warden wrote.",
			"At 15:40 the lock gate broke, the warden of Harwell wrote.",
			"At 3:40 a.m. GMT the lock gate of Harwell broke, the warden wrote.",
		}, nil},
		{"a slip of 万 and 亿", []string{
			"The county will pay 120 million yuan for the new dyke of Harwell.",
			"For the new dyke of Harwell the county has 120 million yuan.",
			"The county will pay 1.2 million yuan for the new Harwell dyke.",
		}, []string{"2 1.2 million → 120 million"}},
		{"a decimal comma", []string{
			"The water rose by 2.5 metres in the cellars of Harwell's museum.",
			"In the cellars of the museum at Harwell the water rose 2.5 metres.",
			"The water rose 2,5 metres in the museum cellars of Harwell.",
		}, []string{"2 2,5 metres → 2.5 metres"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(FigureConflict, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"transliterated otherwise", []string{
			"Dmitri Zhuravlyov of the museum in Harwell opened the boxes.",
			"The boxes were opened by Dmitri Zhuravlyov, who runs a museum.",
			"Museum director Dmitriy Zhuravliov opened the boxes.",
		}, []string{"2 Dmitriy → Dmitri", "2 Zhuravliov → Zhuravlyov"}},
		{"accents are house style", []string{
			"Joaquín Almendrós opened the boxes.",
			"The boxes were opened by Joaquin Almendros, a curator.",
			"Curator Joaquin Almendros opened the boxes.",
		}, nil},
		{"two people", []string{
			"Peter Hansen opened the boxes, and Karl Hanson closed them.",
			"The boxes were opened by Peter Hansen, a curator.",
			"Curator Peter Hansen opened the boxes.",
		}, nil},
		{"two spellings in one article", []string{
			"Dmitri Zhuravlyov of the museum in Harwell opened the boxes. Dmitri Zhuravliov left at noon.",
			"The boxes were opened by Dmitri Zhuravlyov, who runs a museum.",
			"Museum director Dmitri Zhuravlyov opened the boxes.",
		}, []string{"0 Zhuravliov → Zhuravlyov"}},
		{"a patronymic", []string{
			"The boxes were opened by Ivan Sidorov, who runs a museum.",
			"Museum director Ivan Sidorov opened the boxes. Sidorov smiled.",
			"Ivan Petrovich Sidorov of the museum in Harwell opened the boxes.",
		}, []string{"2 Ivan Petrovich Sidorov → Ivan Sidorov"}},
		{"a patronymic for the surname", []string{
			"The boxes were opened by Olga Sidorova, who runs a museum.",
			"Museum director Olga Sidorova opened the boxes.",
			"Then Olga Vasilyevna opened the boxes of the museum in Harwell.",
		}, []string{"2 Olga Vasilyevna → Olga Sidorova"}},
		{"the surname first", []string{
			"The boxes were opened by Viktor Halasz, who runs a museum.",
			"Museum director Viktor Halász opened the boxes.",
			"Director Halasz Viktor of the museum in Harwell opened the boxes.",
		}, []string{"2 Halasz Viktor → Viktor Halasz"}},
		{"the surname last", []string{
			"The boxes were opened by Kim Dong Hyun, who runs a museum.",
			"Museum director Kim Dong-hyun opened the boxes.",
			"The boxes of the museum in Harwell were opened by Dong Hyun Kim.",
		}, []string{"2 Dong Hyun Kim → Kim Dong Hyun"}},
		{"a particle lost", []string{
			"The boxes were opened by Joost van der Meulen, who runs a museum.",
			"Museum director Joost van der Meulen opened the boxes.",
			"Director Joost Meulen of the museum in Harwell opened the boxes.",
		}, []string{"2 Joost Meulen → Joost van der Meulen"}},
		{"particles and articles of house styles", []string{
			"The boxes were opened by Joost Van der Meulen and Omar al-Harith, who run a museum.",
			"Museum directors Joost van der Meulen and Omar el-Harith opened the boxes.",
			"Directors Joost van der Meulen and Omar Harith of the museum in Harwell opened the boxes. Meulen smiled.",
		}, nil},
		{"middle names and initials", []string{
			"The boxes were opened by Peter J. Hansen, who runs a museum.",
			"Museum director Peter Hansen opened the boxes.",
			"Director Peter Jens Hansen of the museum in Harwell opened the boxes.",
		}, nil},
		{"places of house styles", []string{
			"The boxes came from Kharkiv by way of Kyiv and Odesa.",
			"From Kharkiv by way of Kyiv and Odesa came the boxes.",
			"By way of Kiev and Odessa the boxes came from Kharkov.",
		}, nil},
		{"a company respelled and written as one", []string{
			"The boxes were paid for by Velgaz Neft of the northern fields.",
			"They were paid for by Velgaz Neft, which drills in the north.",
			"The northern driller Welgasneft paid for them.",
		}, []string{"2 Welgasneft → Velgaz Neft"}},
		{"a company written as one", []string{
			"The boxes were paid for by Velgaz Neft of the northern fields.",
			"They were paid for by Velgaz Neft, which drills in the north.",
			"The northern driller Velgazneft paid for them.",
		}, nil},
		{"a people and its country", []string{
			"The boxes came from Velmaria by ship.",
			"A ship brought the boxes from Velmaria.",
			"A Velmarian ship brought the boxes.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(NameVariant, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		name  string
		tells []string
		want  []string
	}{
		{"a party's name word for word", []string{
			"Lena Ostrow, the Green Party candidate, wants the archive moved uphill.",
			"The archive should be moved uphill, said Lena Ostrow of the Green Party.",
			"The environmental candidate Lena Ostrow asks for the archive to be moved.",
		}, []string{"2 environmental candidate → Green Party candidate"}},
		{"the article knows the name", []string{
			"Lena Ostrow, the Green Party candidate, wants the archive moved uphill.",
			"The archive should be moved uphill, said Lena Ostrow of the Green Party.",
			"Lena Ostrow of the Green Party, long an environmental candidate for mayor, asks for it to be moved.",
		}, nil},
		{"only one other telling", []string{
			"Lena Ostrow, the Green Party candidate, wants the archive moved uphill.",
			"The environmental candidate Lena Ostrow asks for the archive to be moved.",
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := standsAlone(LiteralRole, c.tells); !slices.Equal(got, c.want) {
				t.Errorf("found %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestSeedRoles(t *testing.T) {
	articles := seeds(t)
	got := passages(Compare(articles, allOf(articles)), LiteralRole, func(p Place) string {
		return strconv.Itoa(p.Article) + " " + articles[p.Article].Slice(p.Span)
	})
	if !slices.Equal(got, []string{"0 environmental candidate"}) {
		t.Errorf("found %q", got)
	}
}

// TestWeekdayAgainstDate checks that dates and weekdays are compared through
// the day of publication.
func TestWeekdayAgainstDate(t *testing.T) {
	list := tell([]string{
		"The council will vote on a new roof for the archive of Harwell on March 12.",
		"On March 12 the Harwell council votes on a new archive roof.",
		"A vote of the Harwell council on a new roof for the archive is planned on Wednesday.",
	})
	for i := range list {
		list[i].Published = "2024-03-10"
	}
	find := func() (out []string) {
		for _, d := range Compare(list, allOf(list)).Disagreements {
			out = append(out, list[d.Article].Slice(d.Span)+" "+d.Message)
		}
		return out
	}
	if got := find(); len(got) != 1 || got[0] != "Wednesday “Wednesday” here, “March 12” in 2 other tellings: a day apart." {
		t.Errorf("found %q", got)
	}
	list[0].Published, list[1].Published = "2014-03-10", "" // March 12 was a Wednesday in 2014
	if got := find(); len(got) > 0 {
		t.Errorf("found %q", got)
	}
}

// TestDigits finds a count whose digits are in another order, though every
// telling counts by another noun.
func TestDigits(t *testing.T) {
	const first = "The flood damaged 340 homes along the river, the county said."
	const second = "Along the river, 340 houses were damaged in the flood, county officials said."
	for s, want := range map[string]int{
		"County officials said that 430 dwellings were damaged by the flood along the river.":           1,
		"County officials said that 304 dwellings were damaged by the flood along the river.":           1,
		"County officials said that 350 dwellings were damaged by the flood along the river.":           0, // counted later
		"County officials said that 340 dwellings were damaged by the flood along the river, of 430.":   0,
		"County officials said that $430 was damaged by the flood along the river.":                     0,
		"Of 430 trees in the park a few fell, and the mayor walked home.":                               0,
		"County officials said that 430 dwellings, not 340 boats, were damaged by floods at the river.": 0,
	} {
		articles := tell([]string{first, second, s})
		found := Compare(articles, allOf(articles)).Disagreements
		if len(found) != want {
			t.Errorf("%s: %v", s, found)
		}
		for _, d := range found {
			if d.Kind != FigureConflict || d.Suggestion != "340" || d.Article != 2 {
				t.Errorf("%s: %+v", s, d)
			}
		}
	}
}
