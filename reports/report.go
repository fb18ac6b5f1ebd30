// Package reports turns what package detect found into the report model, and
// the report model into every output format. The model is the JSON report:
// each format is made from it and from nothing else, so a saved JSON report
// can be rendered again in any of them.
package reports

// Schema names the version of the report model.
const Schema = "calque-report/1"

// A Report is the result of one run. Offsets are Unicode code points of an
// article's Text, half-open. Lists are never nil.
type Report struct {
	Schema   string    `json:"schema"`
	Tool     Tool      `json:"tool"`
	Articles []Article `json:"articles"`
	Stories  []Story   `json:"stories"`
	Rules    []Rule    `json:"rules"` // the heuristics that findings name, so that a report explains itself
	Summary  Summary   `json:"summary"`
	Errors   []Error   `json:"errors"`
	Gate     *Gate     `json:"gate,omitempty"` // what the policy says, where the run had one
}

// A Gate is what a policy says of the articles.
type Gate struct {
	Broken   bool     `json:"broken"`
	Breaches []Breach `json:"breaches"`
}

// A Breach is one line of a policy that one article breaks.
type Breach struct {
	Path   string `json:"path"`
	Record int    `json:"record"` // 1-based, 0 when the file is not made of records
	Policy string `json:"policy"` // the line of the policy, with the place where it is written
	Why    string `json:"why"`
}

// Tool says what made the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Rules   int    `json:"rules"` // how many heuristics were applied
	Model   string `json:"model"` // the origin model's version, "" when none was used
}

// An Article is one article with what was found in it.
type Article struct {
	ID        string    `json:"id"`
	Path      string    `json:"path"`
	Record    int       `json:"record"` // 1-based, 0 when the file is not made of records
	Title     string    `json:"title"`
	Byline    string    `json:"byline"`
	Dateline  string    `json:"dateline"`
	Publisher string    `json:"publisher"`
	Published string    `json:"published"`
	URL       string    `json:"url"`
	Language  string    `json:"language"`
	Words     int       `json:"words"`
	Text      string    `json:"text,omitempty"`
	Parts     []Part    `json:"parts"` // the paragraphs of Text
	Scores    Scores    `json:"scores"`
	Origin    *Origin   `json:"origin"` // null when the origin model was not applied
	Findings  []Finding `json:"findings"`
	Cleared   []Cleared `json:"cleared"` // what rules object to and the other tellings of the story speak for; costs nothing
	Removed   []Removed `json:"removed"` // lines kept out of the prose: what was not checked
	Repairs   []Repair  `json:"repairs"` // damaged bytes that were mended or named
	Status    string    `json:"status"`  // "" for what may be published, else "withheld", "canceled" or "embargoed until ..."

	Declared []Declaration `json:"declared"` // what the input itself says of translation: no finding of calque's

	Suppressions []Suppression `json:"suppressions"` // the comments in the input that say what to leave alone
	Suppressed   []Suppressed  `json:"suppressed"`   // the findings that they keep out of Findings and out of all counts

	Story string `json:"story"` // the id of its story, "" when it stands alone
}

// A Suppression is a comment in the input that says what to leave alone.
type Suppression struct {
	Directive string   `json:"directive"` // calque-disable, calque-enable, calque-disable-next, or what stands there
	Rules     []string `json:"rules"`     // rules and families, none for all
	Reason    string   `json:"reason"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	Heeded    bool     `json:"heeded"`  // false where the run heeds none, as a gate does by default
	Used      int      `json:"used"`    // how many findings it suppressed
	Problem   string   `json:"problem"` // "suppresses nothing", or why it cannot be followed; "" when all is well
}

// A Suppressed finding is one that a comment keeps out of the findings.
type Suppressed struct {
	Finding Finding `json:"finding"`
	By      int     `json:"by"` // index into Suppressions
}

// A Part is one paragraph of the text: its kind and where it stands.
type Part struct {
	Kind  string `json:"kind"` // headline, standfirst, subheading, body, list-item, block-quote
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Scores say how good an article is. The points of the contributions sum to
// 100 - Quality.
type Scores struct {
	Quality       float64        `json:"quality"`        // 0 worst, 100 best
	AgainstOthers *float64       `json:"against_others"` // quality minus the median of the others; null for a single article
	Against       string         `json:"against"`        // who the others are: story or corpus; "" for a single article
	AgainstWhy    string         `json:"against_why"`    // why it is not simply its story's others, "" when it is
	Rank          int            `json:"rank"`           // 1 is best, in its story or else in the corpus
	Contributions []Contribution `json:"contributions"`
}

// A Contribution is one reason why points were lost.
type Contribution struct {
	Source string  `json:"source"` // the rule, or the part of calque, that took the points
	Points float64 `json:"points"`
	Why    string  `json:"why"`
}

// Origin is what the origin model says; the three probabilities sum to 1.
type Origin struct {
	Native            float64          `json:"native"`
	HumanTranslated   float64          `json:"human_translated"`
	MachineTranslated float64          `json:"machine_translated"`
	Verdict           string           `json:"verdict"`
	SourceLanguages   []SourceLanguage `json:"source_languages"`
	Sentences         []OriginSentence `json:"sentences"`
	Evidence          []Cue            `json:"evidence"`
	Confidence        string           `json:"confidence"` // "low", "medium" or "high"
}

// likelyMachine reports whether the article counts as machine-translated in
// the summary: more likely than not, and with enough text to tell.
func (o *Origin) likelyMachine() bool {
	return o != nil && o.Confidence != "low" && o.MachineTranslated > 0.5
}

// A SourceLanguage is a language the article may have been translated from.
type SourceLanguage struct {
	Language    string  `json:"language"`
	Probability float64 `json:"probability"`
}

// An OriginSentence is the machine-translation probability of one sentence.
type OriginSentence struct {
	Start             int     `json:"start"`
	End               int     `json:"end"`
	MachineTranslated float64 `json:"machine_translated"`
	Contribution      float64 `json:"contribution"` // its share of the article's log-odds
}

// A Cue is one reason of the origin model, worded for an editor.
type Cue struct {
	Cue    string  `json:"cue"`
	Weight float64 `json:"weight"` // log-odds; positive speaks for machine translation
}

// A Finding is one mark of translation at one place.
type Finding struct {
	Rule            string    `json:"rule"`
	Family          string    `json:"family"`
	Category        string    `json:"category"` // MQM type
	Severity        string    `json:"severity"` // minor, major or critical
	Message         string    `json:"message"`
	Why             string    `json:"why"`
	Suggestions     []string  `json:"suggestions"`
	Start           int       `json:"start"`
	End             int       `json:"end"`
	Line            int       `json:"line"`
	Column          int       `json:"column"`
	EndLine         int       `json:"end_line"`
	EndColumn       int       `json:"end_column"` // after the last code point
	Excerpt         string    `json:"excerpt"`
	SourceLanguages []string  `json:"source_languages"`
	Fingerprint     string    `json:"fingerprint"`
	Related         []Related `json:"related"`
	Confirmed       bool      `json:"confirmed"` // other tellings of the story bear it out; the message says how
}

// A Cleared finding is one that does not count, and why.
type Cleared struct {
	Rule    string    `json:"rule"`
	Start   int       `json:"start"`
	End     int       `json:"end"`
	Excerpt string    `json:"excerpt"`
	Why     string    `json:"why"`
	Related []Related `json:"related"`
}

// Related is a passage that bears on a finding.
type Related struct {
	Article string `json:"article"` // the article's id
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Excerpt string `json:"excerpt"`
}

// Removed is a line that was kept out of the prose.
type Removed struct {
	Reason string `json:"reason"`
	Text   string `json:"text"`
	At     int    `json:"at"` // code point of Text where it was taken out
	Line   int    `json:"line"`
}

// A Repair is damage in the input's bytes.
type Repair struct {
	Problem string `json:"problem"`
	Was     string `json:"was"`
	Mended  bool   `json:"mended"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// A Declaration is something in which the input itself speaks of translation
// or of text made by a machine.
type Declaration struct {
	Kind string `json:"kind"` // translator, digital-source-type, editor-note, translation-line, ...
	Text string `json:"text"`
}

// A Story is a group of articles that tell the same events.
type Story struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Articles   []string    `json:"articles"` // ids, best quality first
	Quotations []Utterance `json:"quotations"`
	Conflicts  []Conflict  `json:"conflicts"`
	Facts      []Fact      `json:"facts"`
	Copies     [][]string  `json:"copies"`   // ids of articles that are copies of one text, and count as one telling
	Timeline   []Dated     `json:"timeline"` // the articles whose day of publication is known, earliest first

	// Unrelated are the ids of articles that 'calque compare' was given for tellings
	// of the story and that do not look like it.
	Unrelated []string `json:"unrelated,omitempty"`
}

// Dated is an article on the timeline of a story.
type Dated struct {
	Article   string `json:"article"` // id
	Published string `json:"published"`
}

// A Fact is a figure, a day or a name, with the tellings that have it.
type Fact struct {
	Kind     string    `json:"kind"` // figure, day or name
	Text     string    `json:"text"`
	Day      string    `json:"day"`      // a day's date as 2006-01-02, "" when it is not certain
	Articles []string  `json:"articles"` // ids
	Places   []Related `json:"places"`   // the first mention in each of the articles
}

// An Utterance is one thing said, as the articles of a story quote it.
type Utterance struct {
	Variants  []Variant `json:"variants"`
	Consensus int       `json:"consensus"` // index of the variant most tellings share, -1 for none
}

// A Variant is one wording of an utterance.
type Variant struct {
	Text     string    `json:"text"`
	Articles []string  `json:"articles"` // ids
	Places   []Related `json:"places"`
	// Class says how the wording departs from the consensus: cut, inflected,
	// house-style, other-wording, paraphrase or back-translation. Only the last
	// two count against an article. "" for the consensus and where there is none.
	Class string   `json:"class"`
	Diff  []Change `json:"diff"` // word by word against the consensus; empty for the consensus and where there is none
}

// A Change is a stretch of a wording that both have, or that only the
// consensus or only the variant has.
type Change struct {
	Kind string `json:"kind"` // "same", "lost" (only in the consensus) or "new" (only in the variant)
	Text string `json:"text"`
}

// A Conflict is a disagreement between the tellings of a story.
type Conflict struct {
	Kind       string    `json:"kind"`
	Message    string    `json:"message"`
	Passage    Related   `json:"passage"` // the passage that stands alone
	Others     []Related `json:"others"`
	Suggestion string    `json:"suggestion"` // the others' wording, "" where it cannot be put in place
}

// A Rule explains a heuristic that findings of the report name.
type Rule struct {
	Name            string   `json:"name"`
	Family          string   `json:"family"`
	Category        string   `json:"category"`
	Severity        string   `json:"severity"`
	SourceLanguages []string `json:"source_languages"`
	Message         string   `json:"message"` // one line, used where a finding brings none
	What            string   `json:"what"`
	Why             string   `json:"why"`
	Humans          string   `json:"humans"`
	Misses          string   `json:"misses"`
}

// Summary counts what the report holds.
type Summary struct {
	Articles   int            `json:"articles"`
	Words      int            `json:"words"`
	Stories    int            `json:"stories"`
	Findings   int            `json:"findings"`
	BySeverity map[string]int `json:"by_severity"`
	ByRule     map[string]int `json:"by_rule"`
	Errors     int            `json:"errors"`
	Known      int            `json:"known"`      // findings left out because a baseline holds them
	Suppressed int            `json:"suppressed"` // findings left out because a comment in the article says so

	SuppressionProblems int `json:"suppression_problems"` // such comments that suppress nothing or cannot be followed

	MachineTranslated int `json:"machine_translated"` // articles that are more likely than not, with more than low confidence
}

// An Error is something that could not be read or checked.
type Error struct {
	Path   string `json:"path"`
	Record int    `json:"record"` // 1-based, 0 when the file is not made of records
	Error  string `json:"error"`

	NotEnglish bool `json:"not_english,omitempty"` // it was read, and left alone for its language
}
