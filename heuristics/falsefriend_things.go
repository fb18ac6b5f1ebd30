package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
)

// falseFriendThings are cognate nouns of everyday life.
var falseFriendThings = []detect.Heuristic{
	{
		Name: "false-friend-library-bookshop", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro"},
		Message:         `"Library" for "bookshop".`,
		Doc: detect.Doc{
			What:   `Books "on sale in libraries", "bought in a library".`,
			Why:    `French "librairie", Italian "libreria", Spanish "librería" are bookshops.`,
			Humans: "Libraries lend books and sell off old ones; so a book and its release must stand in the sentence.",
			Misses: "Libraries that are bookshops without a sale in the same phrase.",
		},
		Phrases: phrasesOf(library), Judge: replace(library, sentenceHas("book books novel novels memoir memoirs biography autobiography comic album volume essay essays"), sentenceHas("from since on monday tuesday wednesday thursday friday saturday sunday euros"), not(sentenceHas("borrow lend loan withdrawn free leaflet bookshops bookshop bookstores"))),
		Examples: []detect.Example{
			{Text: "The novel is ⟦on sale in libraries⟧ from Monday.", Suggest: "on sale in bookshops"},
			{Text: "His memoirs, ⟦available in libraries⟧ since May, sell well.", Suggest: "available in bookshops"},
			{Text: "The book comes out ⟦in all libraries⟧ on Friday.", Suggest: "in all bookshops"},
		},
		NearMisses: []string{
			"The library lends films.",
			"The library sold old maps.",
			"Wi-Fi is free in public libraries.",
			"The leaflet is available in libraries and surgeries.",
			"Withdrawn books are on sale in libraries from Monday.",
		},
	},
	{
		Name: "false-friend-direct-broadcast", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "ru", "uk"},
		Message:         `"In direct" or "retransmitted" for "live" or "broadcast".`,
		Doc: detect.Doc{
			What:   `"Shown in direct on Channel 2", "retransmitted by radio", "diffused on television", "on live air".`,
			Why:    `French "en direct", Spanish "en directo", German "direkt" and Russian "в прямом эфире" are live; French "retransmettre" and "diffuser" are to broadcast.`,
			Humans: "Engineers retransmit signals, and American networks quarrel over retransmission fees: articles about either stay silent. Light and tension are diffused by other things.",
			Misses: `"Direct transmission".`,
		},
		Phrases: phrasesOf(direct), Judge: replace(direct, not(articleHas("signal signals satellite packets antenna copyright cable virus fee fees consent carriage carrier distributor"))),
		Examples: []detect.Example{
			{Text: "The debate will be shown ⟦in direct on⟧ Channel 2.", Suggest: "live on"},
			{Text: "The final was ⟦retransmitted⟧ by radio.", Suggest: "broadcast"},
			{Text: "The concert was ⟦diffused on television⟧."},
		},
		NearMisses: []string{
			"He was in direct contact with the captain.",
			"The satellite retransmitted the data.",
			"The crowd was diffused among the bars.",
			"The light, diffused by a blind, fell on the table.",
			"The broadcaster wants higher retransmission fees.",
		},
	},
	{
		Name: "false-friend-injuries-insults", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"es", "it", "pt", "fr"},
		Message:         `"Injuries" for "insults".`,
		Doc: detect.Doc{
			What:   `"Public injury", "racist injuries", "injuries and threats".`,
			Why:    `French "injures", Spanish "injurias" are insults.`,
			Humans: "Not of words.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(injuries), Judge: replace(injuries),
		Examples: []detect.Example{
			{Text: "He was fined for ⟦public injury⟧.", Suggest: "public insult"},
			{Text: "The fans shouted ⟦racist injuries⟧.", Suggest: "racist insults"},
			{Text: "She received ⟦injuries and threats⟧ by letter.", Suggest: "insults and threats"},
		},
		NearMisses: []string{
			"He suffered injuries to his leg.",
			"The racist attack left him with injuries.",
			"A public inquiry followed the injury.",
		},
	},
	{
		Name: "false-friend-deception-disappointment", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "pt", "it"},
		Message:         `"Deception" for "disappointment".`,
		Doc: detect.Doc{
			What:   `"A great deception for the fans", "deception after the defeat".`,
			Why:    `French "déception", Spanish "decepción" are disappointments; English deception is deceit.`,
			Humans: `Of deceit ("a great deception was played"): sentences with deceit in them stay silent.`,
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(deception), Judge: replace(deception, not(sentenceHas("fraud lies lie lied trick tricked fake forged deceit enemy spies spy"))),
		Examples: []detect.Example{
			{Text: "There was ⟦great deception⟧ among the fans.", Suggest: "great disappointment"},
			{Text: "The captain spoke of his ⟦deception after the defeat⟧.", Suggest: "disappointment after the defeat"},
			{Text: "The result is a ⟦huge deception⟧.", Suggest: "huge disappointment"},
		},
		NearMisses: []string{
			"He obtained the loan by deception.",
			"The forged letters were a great deception.",
			"The spies planned a huge deception.",
		},
	},
	{
		Name: "false-friend-compromise-commitment", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"es", "it", "pt", "fr", "ca"},
		Message:         `"Compromise" for "commitment".`,
		Doc: detect.Doc{
			What:   `"The firm compromised to cut emissions", "his compromise with the poor".`,
			Why:    `Spanish "compromiso" and Italian "compromesso" in its verb are commitments; English compromises are half-way.`,
			Humans: "Of half-way agreements, in other constructions.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(compromise), Judge: replace(compromise),
		Examples: []detect.Example{
			{Text: "The firm ⟦compromised to cut⟧ emissions.", Suggest: "undertook to cut"},
			{Text: "She recalled ⟦his compromise with⟧ the poor.", Suggest: "his commitment to"},
			{Text: "The club ⟦compromised itself to pay⟧ the debt.", Suggest: "undertook to pay"},
		},
		NearMisses: []string{
			"The parties compromised on wages.",
			"A compromise with the union is near.",
			"The leak compromised the agent.",
		},
	},
	{
		Name: "false-friend-location-rental", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "it"},
		Message:         `"Location" for "rental".`,
		Doc: detect.Doc{
			What:   `"Car location prices", "location of apartments", "seasonal location".`,
			Why:    `French "location", Italian "locazione" are rentals.`,
			Humans: `Of places ("the location of apartments near the port" in planning reports); "location of" counts only with things to hire.`,
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(location), Judge: replace(location),
		Examples: []detect.Example{
			{Text: "⟦Car location prices⟧ doubled.", Suggest: "Car rental prices"},
			{Text: "He runs a ⟦bike location company⟧.", Suggest: "bike rental company"},
			{Text: "The tax hits ⟦seasonal location⟧.", Suggest: "seasonal rental"},
		},
		NearMisses: []string{
			"The car's location is unknown.",
			"The location of the apartments was kept secret.",
			"The company moved to a new location.",
		},
	},
}

var (
	library = []swap{
		{"on sale in [all|the] libraries", "on sale in bookshops"},
		{"sold in libraries", "sold in bookshops"},
		{"available in libraries", "available in bookshops"},
		{"in all libraries", "in all bookshops"},
	}
	direct = []swap{
		{"in direct on", "live on"},
		{"in direct ,|.", ""},
		{"retransmitted", "broadcast"},
		{"retransmission", "broadcast"},
		{"diffused on|by [the] [state|national|public|local|social] television|tv|radio|channel|channels|network|networks|broadcaster|media|agency", ""},
		{"on [the] live air", "live"},
	}
	injuries = slices.Concat(
		each("public racist homophobic verbal sexist", "% injury", "% insult"),
		each("racist homophobic verbal sexist", "% injuries", "% insults"),
		[]swap{{"injuries and threats", "insults and threats"}, {"shouted|shouting injuries", ""}},
	)
	deception = slices.Concat(
		each("great huge big immense enormous bitter", "% deception", "% disappointment"),
		each("defeat loss match elimination", "deception after the %", "disappointment after the %"),
		each("fans supporters players voters", "deception of the %", "disappointment of the %"),
	)
	compromise = slices.Concat(
		each("cut reduce pay respect build invest guarantee comply improve", "compromised to %", "undertook to %"),
		each("cut reduce pay respect build invest guarantee comply improve", "compromised itself|himself|herself|themselves to %", "undertook to %"),
		each("his her its their", "% compromise with", "% commitment to"),
	)
	location = slices.Concat(
		each("price prices company companies agency agencies contract contracts", "car location %", "car rental %"),
		each("price prices company companies agency agencies contract contracts", "bike location %", "bike rental %"),
		[]swap{{"seasonal location", "seasonal rental"}, {"seasonal locations", "seasonal rentals"}, {"location of cars|bicycles|skis|vehicles", ""}, {"boat|ski|apartment|holiday location prices|company|companies|agency|contract|market", ""}},
	)
)
