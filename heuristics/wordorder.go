package heuristics

import "github.com/calque-check/calque/detect"

// wordOrder are the heuristics of prepositions and of the order of words that
// a source language leaves behind. Nominal style stands in nominal.go.
var wordOrder = []detect.Heuristic{
	{
		Name: "preposition-calque-verb", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"ru", "uk", "de", "fr", "es", "it", "pt", "cs", "pl", "zh"},
		Message:         "A verb or adjective with the preposition of another language.",
		Doc: detect.Doc{
			What:   `"Discussed about", "participated to", "consists from", "suffers of", "accused for", "explained him that", "in the internet".`,
			Why:    `The government of the source is carried over: French "participer à", German "im Internet", Russian "состоит из", Spanish "consistir en". Swan and Smith (Learner English, 2001) list these by first language; English grammar has no such forms.`,
			Humans: `As slips, and where the preposition begins an adverbial ("stressed on Wednesday", "arrived to find", "married with two children"), which is left alone.`,
			Misses: "Verbs and adjectives outside the table.",
		},
		Phrases: phrasesOf(prepositions), Judge: judgePreposition,
		Examples: []detect.Example{
			{Text: "They ⟦discussed about⟧ prices until noon.", Suggest: "discussed"},
			{Text: "The firm is ⟦accused for⟧ hiding losses.", Suggest: "accused of"},
			{Text: "The kit ⟦consists from⟧ four parts.", Suggest: "consists of"},
			{Text: "Two clubs ⟦participated to the⟧ tournament.", Suggest: "participated in the"},
			{Text: "She ⟦congratulated the team with the⟧ victory.", Suggest: "congratulated the team on the"},
			{Text: "The list can be found ⟦in the internet⟧.", Suggest: "on the internet"},
		},
		NearMisses: []string{
			"They talked about prices, then discussed about 20 motions.",
			"The minister stressed on Wednesday that he would stay.",
			"He is responsible for sales and married with two children.",
			"She arrived to find the door open.",
			"He was accused for the first time in May.",
			"She explained her plan, and he congratulated her with a hug.",
		},
	},
	{
		Name: "on-the-photo-caption", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"de", "ru", "fr", "uk", "cs"},
		Message:         `People are in a photo, not on it; stock captions of Slavic sites give themselves away.`,
		Doc: detect.Doc{
			What:   `"On the photo, the mayor waves", "seen on the picture", "photo from open sources", "illustrative photo".`,
			Why:    `Russian "на фото", German "auf dem Foto", French "sur la photo"; English has "in". "Photo from open sources" is a Russian and Ukrainian credit line.`,
			Humans: `Of things that lie on a photo ("wrote his name on the photo"), so only a sentence that opens with the phrase, or a verb of seeing before it, counts.`,
			Misses: "The phrase after other verbs.",
		},
		Where:   detect.Prose | detect.InHeadline | detect.InList,
		Phrases: phrasesOf(photos), Judge: judgePhoto,
		Examples: []detect.Example{
			{Text: "⟦On the photo⟧, the mayor waves.", Suggest: "In the photo"},
			{Text: "Three men can be seen ⟦on the footage⟧.", Suggest: "in the footage"},
			{Text: "⟦Photo from open sources⟧", Suggest: ""},
		},
		NearMisses: []string{
			"He wrote his name on the photo frame.",
			"She spilled tea on the picture.",
			"On the picture sharing site, nobody cared.",
		},
	},
	{
		Name: "with-the-help-of-instrument", Family: detect.WordOrder, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "zh", "cs"},
		Message:         `"With the help of" a tool; write "using" or "with".`,
		Doc: detect.Doc{
			What:   `"With the help of" before a tool, a device, software or a method.`,
			Why:    `Russian "с помощью", German "mit Hilfe", Chinese "通过" introduce instruments; English helpers are people.`,
			Humans: "Now and then; of people and bodies it is ordinary and left alone.",
			Misses: "Tools outside the list.",
		},
		Phrases: []string{
			"with the help of a|an|the|this|these|special|modern|new|his|her|their|its " + instruments,
			"with the help of a|an|the|this|these|special|modern|new|his|her|their|its _ " + instruments,
			"with the help of " + instruments,
		},
		Judge: judgeInstrument,
		Examples: []detect.Example{
			{Text: "They measured it ⟦with the help of a laser⟧.", Suggest: "using a laser"},
			{Text: "He opened the safe ⟦with the help of a stolen key⟧.", Suggest: "using a stolen key"},
			{Text: "⟦With the help of drones⟧, the fields were mapped.", Suggest: "Using drones"},
		},
		NearMisses: []string{
			"He climbed out with the help of neighbours.",
			"She found him with the help of the camera crew.",
			"The firm grew with the help of a state loan.",
		},
	},
	{
		Name: "postposed-quote-attribution-dash", Family: detect.WordOrder, Category: "fluency/punctuation", Severity: detect.Major,
		SourceLanguages: []string{"ru", "uk", "pl", "cs"},
		Message:         `A quotation tied to its speaker by a dash; English has a comma inside the marks.`,
		Doc: detect.Doc{
			What:   `A quotation or clause followed by a comma, a dash and a verb of speech: "We will win", - said the coach.`,
			Why:    `Russian, Ukrainian and Polish dialogue punctuation («Мы победим», — сказал тренер). None in two million words of native text.`,
			Humans: `Hardly; a dash with an aside ("the plan - said to cost 2m - was dropped") has no comma or closing quotation mark before it.`,
			Misses: "Dashes before a name.",
		},
		Phrases: []string{
			`"|”|»|'|’ [,] -|–|— [he|she|they] ` + attributionVerbs,
			`, -|–|— [he|she|they] ` + attributionVerbs,
			`, "|”|» -|–|— [he|she|they] ` + attributionVerbs,
			`,|.|"|”|» -said|–said|—said`,
		},
		Judge: judgeDash,
		Examples: []detect.Example{
			{Text: "\"We will win⟦\", - said⟧ the coach.", Suggest: ",\" said"},
			{Text: "The plan is ready⟦, – noted⟧ the minister.", Suggest: ", noted"},
			{Text: "“The bridge is safe⟦,” — he added⟧.", Suggest: ",” he added"},
		},
		NearMisses: []string{
			"The plan - said to cost 2m - was dropped.",
			"\"War\" - a word he avoided - was back.",
			"\"We will win,\" said the coach - and they did.",
		},
	},
	{
		Name: "dialogue-dash-line", Family: detect.WordOrder, Category: "fluency/punctuation", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"ru", "uk", "es", "fr", "pl"},
		Message:         "Speech set off by a dash; use quotation marks.",
		Doc: detect.Doc{
			What:   "Two or more paragraphs that begin with a dash and a sentence.",
			Why:    "Russian, Spanish and French set dialogue with a dash.",
			Humans: "As lists: in the labelled data native text has it more often than machine translation, so it is off by default.",
			Misses: "A single one.",
		},
		Scan: dashLines,
		Examples: []detect.Example{
			{Text: "⟦—⟧ We have nothing left in the house.\n\n⟦—⟧ And what will you do now, then?", Suggest: ""},
			{Text: "⟦–⟧ Where were you last night?\n\nHe said nothing.\n\n⟦–⟧ I was at home with my mother.", Suggest: ""},
			{Text: "⟦—⟧ The bridge is closed to everybody.\n\n⟦—⟧ Since when is the bridge closed?", Suggest: ""},
		},
		NearMisses: []string{
			"— Rome\n\n— Paris",
			"— We have nothing left in the house.",
			"The list - a long one - is here.",
		},
	},
	{
		Name: "adverb-between-verb-and-object", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "de", "es", "it", "ru", "uk", "he"},
		Message:         "An adverb between the verb and its object; move it.",
		Doc: detect.Doc{
			What:   `"Visited yesterday the factory", "supports strongly the plan", "speaks well English", "announced also the closure".`,
			Why:    `French, Spanish and German let the adverb follow the verb directly (Pollock, "Verb movement, Universal Grammar and the structure of IP", 1989, made the contrast famous); English does not separate a verb from a short object.`,
			Humans: `Before long objects ("announced on Monday a plan to ..."), so days count only with verbs that take short objects.`,
			Misses: "Verbs and adverbs outside the list.",
		},
		Phrases: []string{
			"visited|received|won|signed|opened|killed|bought|presented|supports|supported|presents|criticized|criticised|denounced|approved|condemned|met|left|attacked|defends|defended|backs|rejects|rejected|welcomed|visits (yesterday|often|always|immediately|recently|very much|regularly|quickly|already|today|strongly|warmly|firmly|openly|publicly|vigorously|categorically) the|a|an|his|her|their|its",
			"visited|received|won|signed|opened|killed|bought|presented|met|left (on) monday|tuesday|wednesday|thursday|friday|saturday|sunday the|his|her|their",
			alsoVerbs + " also the|a|an|his|her|its|their|that|two|three|several",
			"speaks|spoke|plays|played|knows|knew (well|very well|perfectly|fluently|badly) the|his|her|english|french|german|spanish|russian|chinese|arabic|italian",
		},
		Judge: judgeSplitObject,
		Examples: []detect.Example{
			{Text: "He ⟦visited yesterday the⟧ factory.", Suggest: ""},
			{Text: "She ⟦speaks well English⟧ and Dutch.", Suggest: ""},
			{Text: "The union ⟦supports strongly the⟧ strike.", Suggest: ""},
			{Text: "The text would ⟦contain also a⟧ clause on exports.", Suggest: "also contain a"},
			{Text: "The mayor ⟦announced also the⟧ closure of the pool.", Suggest: "also announced the"},
		},
		NearMisses: []string{
			"He visited the factory yesterday.",
			"She also won the cup.",
			"The museum opened on Monday the same way it closed.",
			"He left immediately the next day.",
		},
	},
	{
		Name: "relative-clause-stranded-which-means", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Minor, Off: true,
		SourceLanguages: []string{"zh", "ja", "de"},
		Message:         "A clause hung on with a comma and \"and this is\"; split the sentence.",
		Doc: detect.Doc{
			What:   `", and this is", ", and which", ", so it is" in the middle of a sentence.`,
			Why:    "Chinese and Japanese chain clauses that English would make sentences.",
			Humans: "Often enough in native text that one hit says little: off by default.",
			Misses: "Other chains.",
		},
		Phrases: []string{", and this|that is", ", and which", ", so it is"},
		Examples: []detect.Example{
			{Text: "He left⟦, and this is⟧ the reason for the crisis.", Suggest: ""},
			{Text: "The shop is new⟦, so it is⟧ clean.", Suggest: ""},
			{Text: "It is a house of stone⟦, and which⟧ burned twice.", Suggest: ""},
		},
		NearMisses: []string{
			"He left the bag, which is blue.",
			"This is the reason, and he knows it.",
			"So it is clean, and that pleased him.",
		},
	},
	{
		Name: "comma-splice-run-on", Family: detect.WordOrder, Category: "fluency/punctuation", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ja", "ru", "uk", "he"},
		Message:         "Several sentences joined by commas alone; put a full stop.",
		Doc: detect.Doc{
			What:   `Two or more clauses in a row that begin ", it is", ", they have", ", there was" without a conjunction.`,
			Why:    "Chinese and Russian commas join clauses that English separates (Pinkham 2000 on run-on sentences). None in two million words of native news, in all measured languages of machine translation.",
			Humans: "In talk and fiction, seldom.",
			Misses: "Clauses with a noun as their subject, and a single splice.",
		},
		Phrases:  []string{", it|they|this|there|you|we|he|she is|are|was|were|has|have|had|can|will|should|also|does|do|did"},
		JudgeAll: judgeRunOns,
		Examples: []detect.Example{
			{Text: "The mall is old⟦, it is⟧ dark, it has no lift.", Suggest: ". It is"},
			{Text: "The bridge is narrow⟦, there are⟧ no lights, they were stolen last year.", Suggest: ". There are"},
			{Text: "The house is cold⟦, it has⟧ no roof, there is no water.", Suggest: ". It has"},
		},
		NearMisses: []string{
			"When he is old, he is wise, they say.",
			"The mall is old, and it is dark, but it has a lift.",
			"If it rains, it is wet, it seems.",
			"The mall is old, it is dark.",
		},
	},
	{
		Name: "adjective-after-noun", Family: detect.WordOrder, Category: "fluency/grammar", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "ro"},
		Message:         "Noun and adjective in the order of Romance languages.",
		Doc: detect.Doc{
			What:   `"The president French", "the government Spanish said": a nationality after its noun.`,
			Why:    "Relational adjectives follow the noun in all Romance languages.",
			Humans: `Never in this form; "the French" as a noun after a comma or "the coach, German," are left alone.`,
			Misses: "Other adjectives.",
		},
		Phrases: []string{"the government|president|minister|army|parliament|singer|writer|actor|coach|justice|press|diplomat|footballer|striker|midfielder|police|chancellor|king|ministry|senate|embassy|league|federation french|spanish|italian|german|american|russian|portuguese|brazilian|argentine|mexican|turkish|belgian|swiss|catalan|romanian|colombian|chilean|peruvian"},
		Judge:   judgeNounFirst,
		Examples: []detect.Example{
			{Text: "⟦The president French⟧ arrived on Monday.", Suggest: "The French president"},
			{Text: "Talks with ⟦the government Spanish⟧ failed.", Suggest: "the Spanish government"},
			{Text: "⟦The police Italian⟧ said two men fled.", Suggest: "The Italian police"},
		},
		NearMisses: []string{
			"The company French Connection closed.",
			"The president, French by birth, arrived.",
			"The coach German Burgos was sent off.",
			"The minister Italian voters trust most is leaving.",
		},
	},
}

// instruments are tools and methods, as alternatives of a phrase.
const instruments = "camera|cameras|drone|drones|software|app|apps|application|applications|rope|ropes|machine|machines|knife|technology|technologies|laser|lasers|device|devices|tool|tools|program|programs|robot|robots|computer|computers|algorithm|algorithms|sensor|sensors|satellite|satellites|telescope|equipment|method|methods|key|magnet|magnets|tape|hammer|gps|radar|instrument|instruments|screw|screws|button|crane|cranes|microscope|scanner|scanners|calculator|excavator|needle|stick|ladder"

// attributionVerbs are the verbs of speech that stand after a dash.
const attributionVerbs = "said|says|added|adds|noted|notes|explained|explains|stressed|emphasized|emphasised|wrote|writes|concluded|reports|reported|told|stated|commented|clarified|specified|recalled|assures|assured|believes|continued|asked|answered|replied|admitted"

// alsoVerbs are verbs that have "also" before them in English.
const alsoVerbs = "contain|contains|contained|include|includes|included|announced|announces|provides|provided|denounced|criticised|criticized|recalled|confirmed|confirms|requested|asked|mentions|mentioned|" +
	"visited|received|signed|presented|opened|recommends|recommended|opposes|opposed|wants|wanted|reported|showed|shows|found|discussed|condemned|imposed|ordered|seized|injured|killed|damaged|destroyed|won|lost|took|made|gave|met|published|proposes|proposed|promised|rejected|approved"
