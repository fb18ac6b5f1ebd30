package heuristics

import (
	"strconv"

	"github.com/calque-check/calque/detect"
)

// spans are heuristics of ages and lengths of time that are counted as other
// languages count them.
var spans = []detect.Heuristic{
	{
		Name: "age-with-of-or-twice", Family: detect.Tense, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro", "de"},
		Message:         `An age in the wording of another language; English has "aged 34" or "34-year-old".`,
		Doc: detect.Doc{
			What:   `"Aged of 34 years", "aged 19 years old", "a man of 58 years of age", "the woman, of 34 years,", "the driver, 41 years,".`,
			Why:    `French "âgé de 34 ans", Spanish "de 34 años de edad", Italian "di anni 34", Portuguese "de 31 anos": the age has a preposition and the unit, which English leaves out after "aged".`,
			Humans: `"Aged 18 years and 185 days" in sport and "adults over 50 years of age" in medicine, which are left alone.`,
			Misses: "Ages in words.",
		},
		Phrases: []string{"aged of # [years] [old]", "aged # years old", "of # years of age", ", of # years ,|and|.", ", with # years [of] [age] ,", "has|had # years of age"},
		Judge:   judgeAgeTwice,
		Examples: []detect.Example{
			{Text: "The victim, ⟦aged of 34 years⟧, was taken to the clinic.", Suggest: "aged 34"},
			{Text: "The girl, ⟦aged 19 years old⟧, had no licence.", Suggest: "aged 19"},
			{Text: "The driver, a man ⟦of 58 years of age⟧, died.", Suggest: "aged 58"},
			{Text: "The woman⟦, of 34 years,⟧ was taken to the clinic.", Suggest: ", aged 34,"},
			{Text: "The pensioner ⟦has 81 years of age⟧.", Suggest: "is 81"},
		},
		NearMisses: []string{
			"Aged 18 years and 185 days, he is the youngest ever.",
			"The drug is for adults over 50 years of age.",
			"At 33 years of age, she took up boxing.",
			"Men of 50 years of age and more were asked to wait.",
			"The terms, of 34 years and of 12, were cut.",
			"The driver, aged 41, fled.",
			"The term, of 34 years, begins in May.",
		},
	},
	{
		Name: "during-for-length", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "pt", "it", "ro", "de"},
		Message:         `"During" with a length of time; English says "for".`,
		Doc: detect.Doc{
			What:   `"The road was closed during three hours", "he hid during several weeks".`,
			Why:    `French "pendant", Spanish "durante", German "während" tell both when and how long; English "during" tells only when.`,
			Humans: `Where the length names an event ("during two days of talks", "during three weeks in May"), which is left alone.`,
			Misses: "Lengths that something follows.",
		},
		Phrases: []string{"during [about|almost|nearly|over|around|some] #|two|three|four|five|six|seven|eight|nine|ten|several|many minutes|hours|days|weeks|months|years|decades", "during (more than|at least) #|two|three|four|five|six|ten minutes|hours|days|weeks|months|years"},
		Judge:   judgeDuringLength,
		Examples: []detect.Example{
			{Text: "The road was closed ⟦during three hours⟧.", Suggest: "for three hours"},
			{Text: "He hid in the forest ⟦during several weeks⟧ and fled.", Suggest: "for several weeks"},
			{Text: "The train was stuck ⟦during two hours⟧ in open country.", Suggest: "for two hours"},
			{Text: "The lift stood still ⟦during more than 40 minutes⟧.", Suggest: "for more than 40 minutes"},
		},
		NearMisses: []string{
			"Nine people spoke during two days of talks.",
			"It rained every day during three weeks in May.",
			"During two hours spent in a cell he wrote a song.",
			"The match was stopped during the second half.",
			"They met during several years' exile.",
		},
	},
}

// judgeAgeTwice takes the age of a person.
func judgeAgeTwice(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	age, err := strconv.Atoi(norm(doc, numberIn(doc, hit.Range)))
	if err != nil || age == 0 || age > 110 {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	instead := "aged " + strconv.Itoa(age)
	switch first := norm(doc, hit.First); first {
	case "of":
		w := norm(doc, hit.First-1)
		if isPluralNoun(w) || w != "," && !personNoun(w) && w != "suspect" || w == "," && !personNoun(norm(doc, hit.First-2)) && !capital(doc, hit.First-2) {
			return detect.Match{}, false
		}
	case ",":
		before := hit.First - 1
		if !personNoun(norm(doc, before)) && !arrestedNouns[norm(doc, before)] && !capital(doc, before) || isPluralNoun(norm(doc, before)) {
			return detect.Match{}, false
		}
		last := norm(doc, hit.End-1)
		if last == "and" {
			last = " and"
			if next := norm(doc, hit.End); next == "of" {
				return detect.Match{}, false
			}
		}
		instead = ", " + instead + last
	case "has", "had":
		s, ok := subjectOf(doc, hit.First)
		if !ok || s.Head < 0 || norm(doc, s.Head) != "he" && norm(doc, s.Head) != "she" && !personNoun(norm(doc, s.Head)) {
			return detect.Match{}, false
		}
		instead = map[string]string{"has": "is ", "had": "was "}[first] + strconv.Itoa(age)
	}
	m.Suggestions = insteadOf(doc, m.Span, instead)
	return m, true
}

// arrestedNouns are participles that stand for persons in translated police reports.
var arrestedNouns = setOf("arrested detained deceased injured wounded accused disappeared")

// timeWord holds for months and years, and what names them.
func timeWord(norm string) bool {
	return months[norm] || timeNouns[norm] || norm == "the" || norm == "late" || norm == "early" || norm == "mid" || norm != "" && norm[0] >= '0' && norm[0] <= '9'
}

// judgeDuringLength takes a length of time that nothing goes on with.
func judgeDuringLength(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	next := following(doc, hit, 1).Norm
	// "As soon as possible during 24 hours" means within them.
	if !ended(doc, hit) || norm(doc, hit.End-2) == "24" || next == "of" || next == "in" && (opensSentence(doc, hit.First) || timeWord(following(doc, hit, 2).Norm)) || next == "when" || next == "'" || next == "spent" || next == "that" || next == "which" || next == "with" || next == "from" || next == "at" {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	m.Suggestions = insteadOf(doc, m.Span, "for"+doc.Text[doc.Tokens[hit.First].End:m.End])
	return m, true
}
