package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// frontings are the heuristics of what stands at the head of a sentence. Most
// source languages put the frame first (who says so, when, why, for what) and
// the news after it; English news does it the other way about, and a
// translation that keeps the order of the source shows it in its openings
// (Baker, "In Other Words", 1992, ch. 5, on theme and word order).
var frontings = []detect.Heuristic{
	{
		Name: "attribution-before-statement", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "de", "zh", "ja"},
		Message:         `The source stands before the news; state the news and put "according to ..." after it.`,
		Doc: detect.Doc{
			What:   `Two or more sentences of an article that open with "According to the ministry," or another institution or person, and a comma.`,
			Why:    `Russian "по данным", German "nach Angaben", Chinese "据" and Japanese "によると" open the sentence as a matter of course. English news attributes after the statement. In the labelled data such openings come from all seven source languages.`,
			Humans: `Once in an article, which is left alone, and of studies, surveys, figures and documents. Two in one article are rare.`,
			Misses: `An article with one such opening; long names of sources; "According to a ..."; "According to him" and "... the police", which are another rule's.`,
		},
		Phrases:  []string{"according to"},
		JudgeAll: judgeAttributions,
		Examples: []detect.Example{
			{Text: "⟦According to⟧ the regional ministry, three bridges are closed. ⟦According to⟧ the mayor, one more is watched."},
			{Text: "It rained. ⟦According to⟧ Pavel Horak, the river rose at night. According to him, nobody was told."},
			{Text: "According to them, the bridge is safe.\n\nNobody agreed. ⟦According to⟧ the mayor, it is not."},
		},
		NearMisses: []string{
			"According to the ministry, three bridges are closed. The police said one more is watched.",
			"Three bridges are closed, according to the ministry. One more is watched, according to the police.",
			"According to a study of twins, sleep matters.",
			"According to the survey, most tenants are content.",
			"According to plan, the ferry left at nine.",
		},
	},
	{
		Name: "as-reported-by-opening", Family: detect.Periphrasis, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "cs", "he"},
		Message:         `"As reported by ..." for an attribution; write "... said" or "according to ...".`,
		Doc: detect.Doc{
			What:   `"As reported by the agency", and "As noted in", "As explained by" and the like at the head of a sentence.`,
			Why:    `Russian "как сообщает", "как отметили в" and Czech "jak uvedl" are the standard attribution of agencies there. English news names the source with "said".`,
			Humans: `Of what the same outlet reported before ("as reported by this newspaper").`,
			Misses: `"As X reported," with the name inside.`,
		},
		Phrases: []string{"as reported by", "as reported|stated|noted|explained|emphasized|emphasised|stressed|clarified|specified|mentioned by|in|at", "as it was reported|noted|stated|announced"},
		Judge:   take(either(opening, reportedBy), not(followedBy("this our previous earlier"))),
		Examples: []detect.Example{
			{Text: "⟦As reported by⟧ the press office, the road is open."},
			{Text: "⟦As noted in⟧ the ministry, no one was hurt."},
			{Text: "The road is open, ⟦as reported by⟧ the agency."},
		},
		NearMisses: []string{
			"As reported last week, the road is open.",
			"As reported by this newspaper in May, the bank lost money.",
			"The fall was steeper than that stated in the letter.",
		},
	},
	{
		Name: "therefore-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "ja", "ru", "zh", "de", "he"},
		Message:         `"Therefore," at the head of a news sentence; write "so", or join it to the sentence before.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "Therefore,", "Accordingly,", "Consequently," or "In this way,".`,
			Why:    `Russian "поэтому", Ukrainian "тому", Chinese "因此", Japanese "そのため" and German "deshalb" are plain words for "so"; their dictionary equivalents belong to argument.`,
			Humans: "In essays, judgments and science writing.",
			Misses: `The words inside a sentence; "as a result", which news does use.`,
		},
		Phrases:  []string{"therefore ,", "accordingly ,", "consequently ,", "in this way ,"},
		JudgeAll: withSuggestion(openings(1, 0), "So"),
		Examples: []detect.Example{
			{Text: "The pier is old. ⟦Therefore,⟧ the ferry lands elsewhere.", Suggest: "So"},
			{Text: "⟦Accordingly,⟧ fares rose in May.", Suggest: "So"},
			{Text: "⟦In this way,⟧ the town saved its school.", Suggest: "So"},
		},
		NearMisses: []string{
			"The ferry therefore lands elsewhere.",
			"As a result, fares rose.",
			"In this way of life, silence counts.",
		},
	},
	{
		Name: "in-order-to-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "de", "ja", "he"},
		Message:         `A purpose at the head of the sentence with "In order to"; write "To", or put the purpose last.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "In order to".`,
			Why:    `German "um ... zu", Chinese "为了" and Japanese "ために" open sentences and are mapped to the heaviest English form.`,
			Humans: "In instructions and law.",
			Misses: `"In order to" inside a sentence, which is ordinary.`,
		},
		Phrases:  []string{"in order to", "in order not to"},
		JudgeAll: withSuggestion(openings(1, 0), "To"),
		Examples: []detect.Example{
			{Text: "⟦In order to⟧ save water, the pools will close.", Suggest: "To"},
			{Text: "Prices rose. ⟦In order to⟧ cope, shops hire fewer people.", Suggest: "To"},
			{Text: "⟦In order to⟧ vote, residents must register.", Suggest: "To"},
		},
		NearMisses: []string{
			"The pools will close in order to save water.",
			"In order of age, they went in.",
			"To save water, the pools will close.",
		},
	},
	{
		Name: "date-before-news", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"uk", "ru", "zh", "ja"},
		Message:         "The date stands before the news; put it after the verb or at the end, or name the weekday.",
		Doc: detect.Doc{
			What:   `A sentence that opens with a day of a month: "On May 4,", "On the 4th,", or with "On the evening of".`,
			Why:    `Russian "4 мая", Chinese "5月4日" and Japanese "4日" open reports. English news opens with what happened.`,
			Humans: "In chronicles, mostly with a year, which are left alone; now and then in American papers.",
			Misses: "Weekdays, months and years by themselves.",
		},
		Phrases:  []string{"on " + monthAlternatives + " # ,", "on the # ,", "on the # of " + monthAlternatives + " ,", "on the morning|evening|afternoon|night of", "on the same day ,", "on this day ,"},
		JudgeAll: judgeDatesFirst,
		Examples: []detect.Example{
			{Text: "⟦On May 4,⟧ the mayor opened the bridge."},
			{Text: "It rained for days. The river rose. Nobody came. ⟦On May 4,⟧ the bridge gave way. ⟦On May 5,⟧ it was gone."},
			{Text: "# Shots in Lund\n\n⟦On the evening of⟧ May 4, shots were heard."},
			{Text: "⟦On the 4th,⟧ the mayor met farmers."},
		},
		NearMisses: []string{
			"The mayor opened the bridge on May 4, a Sunday.",
			"On May 4, 1998, the mayor opened the bridge.",
			"On Sunday, the mayor opened the bridge.",
			"It rained for days. The river rose. Nobody came. On the morning of May 4, the bridge gave way.",
		},
	},
	{
		Name: "among-them-opening", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "de", "ja"},
		Message:         "A fragment tacked on to the sentence before; join it there.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "Among them," or with "Especially" as an afterthought.`,
			Why:    `Chinese "其中" and "尤其是", German "vor allem" and "gerade" open sentences that English joins to the one before with "including" or "above all".`,
			Humans: `"Among them is ..." and "Among them are ..." are ordinary and left alone.`,
			Misses: `"Mainly", "mostly" and "particularly".`,
		},
		Phrases:  []string{"among them ,", "especially in", "especially when", "especially since", "especially the", "especially if", "especially for", "especially after", "especially because", "especially with", "especially at", "especially as"},
		JudgeAll: openings(1, 0),
		Examples: []detect.Example{
			{Text: "Forty towns took part. ⟦Among them,⟧ six are new."},
			{Text: "Trade was poor. ⟦Especially in⟧ the south, shops stayed empty."},
			{Text: "The roads are bad. ⟦Especially when⟧ it rains."},
		},
		NearMisses: []string{
			"Among them are six new towns.",
			"Trade was poor, especially in the south.",
			"Especially fine was the bass.",
		},
	},
	{
		Name: "in-terms-of-topic", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "he"},
		Message:         `A topic announced with "In terms of"; make it the subject of the sentence.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with "In terms of exports,".`,
			Why:    `Chinese "在...方面" and Japanese "については" announce the topic; English makes it the subject.`,
			Humans: `In talk and comment; in quotations, which are left alone.`,
			Misses: `"In terms of" inside a sentence.`,
		},
		Phrases:  []string{"in terms of"},
		JudgeAll: openings(1, 0),
		Examples: []detect.Example{
			{Text: "⟦In terms of⟧ exports, the port did well."},
			{Text: "Wheat fell. ⟦In terms of⟧ barley, little changed."},
			{Text: "⟦In terms of⟧ safety, two roads are good."},
		},
		NearMisses: []string{
			"The port did well in terms of exports.",
			"In terms that left no doubt, she refused.",
			"In the terms of the lease, pets are banned.",
		},
	},
	{
		Name: "there-is-after-place", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"uk", "ja", "he", "de", "cs"},
		Message:         `"In X, there are Y" for "X has Y"; make the place the subject.`,
		Doc: detect.Doc{
			What:   `A sentence that opens with a place or time in a phrase with "in", "at" or "on" and a comma, and goes on with "there is".`,
			Why:    `Russian "в городе есть", Japanese "には...がある" and German "in ... gibt es" put the place first.`,
			Humans: "Often enough, to set two places or times against each other, that it is off by default: of ten native hits read, editors would have let eight stand.",
			Misses: "Places without a preposition; long phrases.",
		},
		Phrases: []string{", there is|are|was|were"}, Judge: judgeThereIs,
		Examples: []detect.Example{
			{Text: "⟦In the village, there are⟧ two schools."},
			{Text: "⟦At the station, there is⟧ a bank."},
			{Text: "It is small. ⟦In the harbour of Velm, there were⟧ six boats."},
		},
		NearMisses: []string{
			"There are two schools in the village.",
			"If it rains in May, there is a flood.",
			"He looked in the shed, there was nothing.",
		},
	},
	{
		Name: "compared-opening", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "cs", "ja", "ru"},
		Message:         "The comparison stands before the news; put it after the figure.",
		Doc: detect.Doc{
			What:   `A sentence that opens with "Compared to last year,".`,
			Why:    `Chinese "与去年相比", Czech "oproti" and Russian "по сравнению с" open the sentence. English gives the figure first.`,
			Humans: "Now and then in science writing.",
			Misses: `"In comparison with".`,
		},
		Phrases:  []string{"compared to", "compared with"},
		JudgeAll: openings(1, 0),
		Examples: []detect.Example{
			{Text: "⟦Compared to⟧ last year, sales rose."},
			{Text: "Rain fell. ⟦Compared with⟧ May, it was little."},
			{Text: "⟦Compared to⟧ men, women wait longer."},
		},
		NearMisses: []string{
			"Sales rose compared to last year.",
			"He compared the two.",
			"Sales, compared with last year, rose.",
		},
	},
}

const monthAlternatives = "january|february|march|april|may|june|july|august|september|october|november|december"

// What stands after "according to" and names no one who speaks to a reporter:
// documents and theories, which English does put first, and the media.
var (
	notSources = setOf(`a an one new some mr mrs ms figures research official preliminary recent latest this these that those data
		estimates documents initial plan plans early reports several two three many most legend tradition law court its their his whether how
		what which loop industry company state analysts results media`)
	notTheSources = setOf(`study survey report reports poll polls findings research researchers scientists latest most new law bible constitution
		indictment complaint lawsuit affidavit plan allegations document documents filing deal agreement letter analysis results team criminal
		court theory literature statement review paper claims taskforce accepted draft excerpts returns slides authors times post guardian
		observer journal globe mail telegraph independent ft wsj bbc`)
)

// judgeAttributions takes the openings of an article that has two of them: a
// single one is good English, the second makes it a habit.
func judgeAttributions(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var found []detect.Match
	for _, hit := range hits {
		s := sentenceOf(doc, hit.First)
		if s.First != hit.First || s.End-s.First < 5 || doc.Tokens[hit.First].Is(article.Quoted) {
			continue
		}
		if m, ok := judgeAttribution(doc, hit); ok {
			found = append(found, m)
		}
	}
	if len(found) < 2 {
		return nil
	}
	// "According to him" is a rule of its own; here it only counts.
	return slices.DeleteFunc(found, func(m detect.Match) bool {
		i := doc.TokenAt(m.Start) + 2
		return objectPronouns[norm(doc, i)] || norm(doc, i) == "the" && norm(doc, i+1) == "police" && norm(doc, i+2) == ","
	})
}

// judgeAttribution accepts an attribution to somebody that opens its sentence
// and ends with a comma. After a name or a bare noun, what follows must look
// like the beginning of a main clause.
func judgeAttribution(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	i := hit.First + 2
	first := norm(doc, i)
	if !opening(doc, hit) || notSources[first] || first == "the" && notTheSources[norm(doc, i+1)] {
		return detect.Match{}, false
	}
	certain := first == "him" || first == "her" || first == "them" || first == "the" && !capital(doc, i+1)
	end := sentenceOf(doc, i).End
	for j := i + 1; j < min(end-1, i+10); j++ {
		switch w := norm(doc, j); {
		case w == ",":
			m := detect.Match{Span: doc.SpanOf(article.Range{First: hit.First, End: i})}
			return m, !notTheSources[norm(doc, j-1)] && (certain || mainClauseOpeners[norm(doc, j+1)])
		case doc.Tokens[j].Kind == article.Punct && w != "." && w != "-" && w != "'", auxiliary[w]:
			return detect.Match{}, false
		}
	}
	return detect.Match{}, false
}

var mainClauseOpeners = setOf("the a an it he she they there this in on about more no these some at after all his her their its both only")

func reportedBy(doc *detect.Document, hit detect.Hit) bool {
	return hit.Phrase == 0 && preceding(doc, hit, 1).Norm == ","
}

// judgeDatesFirst takes the dates that open sentences. "On the morning of" and
// the like count only where there are two of them, or where one opens the
// article.
func judgeDatesFirst(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var found []detect.Match
	enough := false
	for _, hit := range hits {
		if !opening(doc, hit) || !notYear(doc, hit) {
			continue
		}
		n := doc.Tokens[hit.First].Sentence
		enough = enough || hit.Phrase < 3 || n == 0 || doc.KindAt(doc.Sentences[n-1].Start) != article.Body
		found = append(found, detect.Match{Span: doc.SpanOf(hit.Range)})
	}
	if len(found) < 2 && !enough {
		return nil
	}
	return found
}

// notYear holds where the date does not go on with a year.
func notYear(doc *detect.Document, hit detect.Hit) bool {
	t := following(doc, hit, 1)
	return !(t.Kind == article.Number && len(t.Norm) == 4)
}

// judgeThereIs accepts "there is" after a short prepositional phrase that opens
// the sentence.
func judgeThereIs(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first := sentenceOf(doc, hit.First).First
	switch norm(doc, first) {
	case "in", "at", "on":
	default:
		return detect.Match{}, false
	}
	n := hit.First - first
	if n < 2 || n > 7 {
		return detect.Match{}, false
	}
	for j := first + 1; j < hit.First; j++ {
		if t := doc.Tokens[j]; t.Kind > article.Number && t.Norm != "'" || finite(t.Norm) || t.Norm == "addition" || t.Norm == "fact" {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: doc.SpanOf(article.Range{First: first, End: hit.End})}, true
}
