package heuristics

import "github.com/calque-check/calque/detect"

// Languages whose conditional, or another mood, tells hearsay.
var reportativeLanguages = []string{"fr", "es", "it", "pt", "ro", "ca", "de"}

// reportative are the heuristics of hearsay told in a mood that English does
// not have.
var reportative = []detect.Heuristic{
	{
		Name:            "reportative-conditional",
		Family:          detect.Reportative,
		Category:        "accuracy/mistranslation",
		Severity:        detect.Major,
		SourceLanguages: reportativeLanguages,
		Where:           detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Message:         "\"would have\" for hearsay: English readers take it that this did not happen",
		Doc: detect.Doc{
			What: "\"would have\" and a participle for something that a source reports as having happened, with no condition it could depend on.",
			Why: "French, Spanish, Italian, Portuguese and Romanian news tell what they cannot vouch for in the conditional (aurait, habría, avrebbe, teria, ar fi), " +
				"German in the subjunctive. English has no such mood: \"he would have fled\" without a condition says that he did not flee, so the translation turns the fact round. " +
				"A single one is believed with a source in the sentence or beside it, in a headline, or where it tells what is hardly ever imagined (acted alone, embezzled, fallen asleep at the wheel); one that is certain vouches for the others of the article.",
			Humans: "The same words are good English after a condition, in reported speech, about plans that came to nothing, about likings and in guesses, and of what must have been long ago. " +
				"Those stay silent, and so does every article whose opening tells what nearly happened or that has a counterfactual said in full.",
			Misses: "Articles of that kind, reports inside reported speech (\"police said he would have fled\"), inside quotations, with \"it\" or \"this\" as subject, and single ones with no source near them (see reportative-conditional-bare).",
		},
		Phrases:  []string{"would"},
		JudgeAll: conditionals(func(r reading) bool { return r.form.perfect() && r.reason != noReason }),
		Examples: []detect.Example{
			{Text: "According to the weekly, the minister ⟦would have received⟧ two envelopes of cash in 2019.", Suggest: "reportedly received"},
			{Text: "# Singer ⟦would have sold⟧ her Lisbon flat to pay back taxes\n\nThe sale was signed in March, the daily Alvorada reports.", Suggest: "reportedly sold"},
			{Text: "The driver ⟦would have been drinking⟧ before the crash, according to investigators.", Suggest: "was reportedly drinking"},
			{Text: "Two officers ⟦would have been warned⟧ a week before, reveals the magazine Kontrast.", Suggest: "were reportedly warned"},
			{Text: "The heiress Clara Montel ⟦would have secretly asked⟧ her notary to change the will, according to her cousin. He ⟦would not have told⟧ the family.", Suggest: "is said to have secretly asked"},
			{Text: "The driver, who ⟦would have fallen⟧ asleep at the wheel, was not hurt.", Suggest: "reportedly fell"},
			{Text: "Some of the ballots ⟦would have been burned⟧, the daily Alvorada reports.", Suggest: "were reportedly burned"},
			{Text: "The blaze ⟦would have started⟧ in the sauna of the hotel.", Suggest: "reportedly started"},
			{Text: "According to the first findings, the baker ⟦would have left⟧ without closing the gas.", Suggest: "reportedly left"},
			{Text: "The suspect ⟦would have fled⟧ through the garden. The two men ⟦would have argued⟧ over a debt.", Suggest: "reportedly fled"},
		},
		NearMisses: []string{
			"If the vote had been held in June, the minister would have lost, according to the poll.",
			"She said she would have voted against the bill.",
			"According to aides, he would have preferred a later date.",
			"# Singer would have settled for less\n\nThe singer would have sold the flat for half a million less than she was paid, according to court papers.",
			"Had the pilot waited, the jet would have landed safely, according to investigators.",
			"# What a longer tram line would have cost the city\n\nThe council dropped the scheme in May.",
			"The climber would not have lived without losing the leg, according to the surgeon.",
			"In any other century the suspect would have fled.",
			"A weaker man would have confessed.",
			"The deal would have created 400 jobs, according to the company.",
			"It would have been a disgrace, according to the captain.",
			"\"She would have made a fine captain,\" according to the coach.",
		},
	},
	{
		Name:            "reportative-conditional-present",
		Family:          detect.Reportative,
		Category:        "accuracy/mistranslation",
		Severity:        detect.Major,
		SourceLanguages: reportativeLanguages,
		Where:           detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Message:         "\"would be\" for hearsay: English readers take it for a hypothesis",
		Doc: detect.Doc{
			What: "\"would be\" for a state that a source reports as holding now: somebody would be in hiding, would be 34 years old, 4,000 people would be affected.",
			Why: "The present of the reportative conditional (serait, sería, sarebbe, seria). English says \"is reportedly\" or \"is believed to be\"; " +
				"\"would be\" makes a hypothesis or a plan of it.",
			Humans: "Future in the past, plans and hypotheses (\"4,000 people would be affected by the closure, according to the union\"). " +
				"So a source in the sentence is needed and no time to come, no plan and no cause in the same sentence, or a certain reportative conditional elsewhere in the article.",
			Misses: "All other verbs in the present conditional (\"the group would hold 200 hostages\"), and states outside a list of those that news reports.",
		},
		Phrases:  []string{"would"},
		JudgeAll: conditionals(func(r reading) bool { return !r.form.perfect() && r.reason != noReason }),
		Examples: []detect.Example{
			{Text: "According to the prefecture, 4,000 people ⟦would be affected⟧.", Suggest: "are reportedly affected"},
			{Text: "The former banker ⟦would be in hiding⟧ near the border, according to the prosecutor's office.", Suggest: "is reportedly in hiding"},
			{Text: "The suspect, a carpenter, ⟦would be 34 years old⟧, according to the police.", Suggest: "is reportedly 34 years old"},
			{Text: "According to the channel, a rival gang ⟦would be behind the shooting⟧.", Suggest: "is reportedly behind the shooting"},
			{Text: "The dealer ⟦would be at the centre of⟧ a ring of forgers, the prosecution maintains.", Suggest: "is reportedly at the centre of"},
			{Text: "Takeover: the two brewers ⟦would be in exclusive talks⟧", Suggest: "are reportedly in exclusive talks"},
			{Text: "According to a source close to the club, Marek Dolny would have fled and ⟦would be hiding⟧ in Spain.", Suggest: "is reportedly hiding"},
		},
		NearMisses: []string{
			"She would be 100 years old today if she had lived.",
			"He said Labour would be behind the plan.",
			"About 4,000 people would be affected by the closure of the plant, according to the union.",
			"The club would be in talks with him next week, according to its chairman.",
			"Under the plan 40 homes would be flooded, according to the ministry.",
			"The merger would be at the centre of the new strategy, analysts say.",
			"Several union sources say the yard would be ready to sell at a better price.",
		},
	},
	{
		Name:            "reportative-conditional-bare",
		Family:          detect.Reportative,
		Category:        "accuracy/mistranslation",
		Severity:        detect.Minor,
		SourceLanguages: reportativeLanguages,
		Off:             true,
		Where:           detect.InHeadline | detect.InStandfirst | detect.InSubheading | detect.InBody | detect.InList,
		Message:         "\"would have\" with no condition: is this reported, or did it not happen?",
		Doc: detect.Doc{
			What: "A single \"would have\" and a participle with no condition, but with no source either.",
			Why:  "It may be a reportative conditional of the source language (see reportative-conditional).",
			Humans: "It is off by default because nothing but the meaning tells it from a counterfactual of the narrator " +
				"(\"a year earlier the crowd would have booed him\"): native English has as many as machine translation.",
			Misses: "What reportative-conditional finds, and what stands in reported speech or in quotations.",
		},
		Phrases: []string{"would"},
		JudgeAll: conditionals(func(r reading) bool {
			return r.form.perfect() && r.reason == noReason && r.doubt == none
		}),
		Examples: []detect.Example{
			{Text: "The two brothers ⟦would have crossed⟧ the border on foot on Sunday night.", Suggest: "reportedly crossed"},
			{Text: "His wife ⟦would have been warned⟧ by a neighbour.", Suggest: "was reportedly warned"},
			{Text: "Marek Dolny ⟦would have met⟧ the buyers in a hotel in March.", Suggest: "reportedly met"},
		},
		NearMisses: []string{
			"It would have been a long night for the crew.",
			"He would have crossed the border had the guard slept.",
			"\"He would have crossed the border,\" the mayor said.",
			"A win would have sent the club to the top.",
		},
	},
}

// conditionals makes the JudgeAll of a heuristic that takes some of an
// article's conditionals, given all that may be one.
func conditionals(takes func(reading) bool) func(*detect.Document, []detect.Hit) []detect.Match {
	return func(doc *detect.Document, would []detect.Hit) []detect.Match {
		var out []detect.Match
		read := func(doc *detect.Document) []reading { return readConditionals(doc, would) }
		for _, r := range detect.Shared(doc, "conditionals", read) {
			if !takes(r) {
				continue
			}
			m := detect.Match{Span: r.group, Suggestions: r.rewrites(doc)}
			if r.form.perfect() && r.reason == byRepetition {
				m.Message = "\"would have\" for hearsay, as elsewhere in this article: English readers take it that this did not happen"
			}
			out = append(out, m)
		}
		return out
	}
}
