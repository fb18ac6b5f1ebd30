package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// A mention is a name as it stands in an article.
type mention struct {
	article.Range          // token indices, without titles and possessive
	words         []string // in lower case and without accents, particles included
	person        string   // the fullest name in the story that it stands for
}

// particles stand inside names in lower case.
var particles = map[string]bool{"de": true, "da": true, "del": true, "della": true, "der": true, "den": true, "van": true, "von": true, "bin": true, "ibn": true, "al": true, "el": true, "la": true, "le": true, "du": true, "dos": true, "ter": true, "zu": true}

// honorifics and offices that stand before a name and are no part of it.
var honorifics = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "dame": true, "lord": true, "lady": true,
	"sen": true, "senator": true, "rep": true, "representative": true, "gov": true, "governor": true, "gen": true, "general": true,
	"president": true, "vice": true, "minister": true, "prime": true, "chancellor": true, "king": true, "queen": true, "prince": true, "princess": true,
	"pope": true, "judge": true, "justice": true, "captain": true, "capt": true, "colonel": true, "col": true, "sgt": true, "lt": true, "mayor": true,
	"secretary": true, "speaker": true, "chairman": true, "professor": true, "prof": true, "coach": true, "former": true, "attorney": true,
	"congressman": true, "congresswoman": true, "reverend": true, "rev": true, "sheriff": true, "director": true, "ambassador": true,
	"detective": true, "inspector": true, "superintendent": true, "sergeant": true, "lieutenant": true, "corporal": true, "councillor": true,
	"det": true, "insp": true, "supt": true, "cllr": true, "chief": true, "premier": true, "prosecutor": true, "vice-president": true,
}

// ranks are honorifics where they are all in capitals: DI Bell, but Di Maria.
var ranks = classesOf("di ds dc dci pc")

// title reports whether token k of a name that begins at first and ends before
// end is an honorific. Some are surnames too: Martin Luther King.
func (a *text) title(k, first, end int) bool {
	w := a.words[k].bare
	if w == "king" && k == end-1 && k > first {
		return false
	}
	return honorifics[w] || ranks[w] && k < end-1 && a.Tokens[k].Is(article.AllCaps)
}

func withoutPossessive(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "’s")
}

func bare(norm string) string { return strings.TrimSuffix(strings.TrimSuffix(norm, "'s"), ".") }

// mentionsOf finds the names in the running text of an article. A capital at
// the beginning of a sentence proves nothing for a common word.
func mentionsOf(a *text) []mention {
	var out []mention
	for i := 0; i < len(a.Tokens); i++ {
		if !nameWord(a, i) {
			continue
		}
		end := i + 1
		for end < len(a.Tokens) && a.Tokens[end].Sentence == a.Tokens[i].Sentence && !strings.HasSuffix(a.Tokens[end-1].Norm, "'s") {
			if nameWord(a, end) {
				end++
				continue
			}
			// An initial's dot and particles stand inside a name.
			if a.Tokens[end].Norm == "." && len(a.Tokens[end-1].Norm) == 1 && end+1 < len(a.Tokens) && nameWord(a, end+1) {
				end += 2
				continue
			}
			next := end
			for next < len(a.Tokens) && next < end+2 && particles[a.Tokens[next].Norm] {
				next++
			}
			if next > end && next < len(a.Tokens) && nameWord(a, next) && a.Tokens[next].Sentence == a.Tokens[i].Sentence {
				end = next + 1
				continue
			}
			break
		}
		m := mention{Range: article.Range{First: i, End: end}}
		for k := i; k < end; k++ { // the name begins after the last title
			if a.title(k, m.First, end) || a.Tokens[k].Kind != article.Word && k == m.First {
				m.First = k + 1
			}
		}
		for i >= 2 && m.First < m.End-1 && ministerial(a.Tokens[i-2].Norm) && a.Tokens[i-1].Norm == "of" && endsOffice[a.Tokens[m.First].Norm] {
			m.First++ // "Secretary of State Ann Bell"
		}
		if t := a.Tokens[min(m.First, m.End-1)]; m.End-m.First > 2 && t.Is(article.Opens) && roleNoun(t.Norm) {
			m.First++ // "Inspector Ann Bell said"
		}
		for k := m.First; k < m.End; k++ {
			if w := a.words[k].bare; a.Tokens[k].Kind == article.Word && len(w) > 1 {
				m.words = append(m.words, foldAccents(w))
			}
		}
		if len(m.words) > 0 {
			out = append(out, m)
		}
		i = end - 1
	}
	return out
}

// nameWord reports whether a token can be part of a name.
func nameWord(a *text, i int) bool {
	t, is := &a.Tokens[i], a.words[i].is
	if t.Kind != article.Word || !t.Is(article.Capital) || is&naming == 0 {
		return false
	}
	opens := t.Is(article.Opens) || i > 0 && a.Tokens[i-1].Kind == article.Punct && strings.ContainsAny(a.Tokens[i-1].Norm, "“\"‘:.")
	return !opens || is&ordinary == 0
}

var calendar = classesOf("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec")

// people are the names of a story and who they stand for.
type people struct {
	mentions map[int][]mention // by article
	full     []string          // full names, most frequent first
	female   map[string]int    // by full name: for women above 0, for men below
	written  map[string]string // by full name: how it is written most
	shared   map[string]bool   // words that are the first or the last of several people's names
}

// peopleOf reads the names of all members. A name of one word stands for the
// full name that ends or begins with it; where several do, for the one
// mentioned most.
func peopleOf(texts []*text) *people {
	p := &people{mentions: map[int][]mention{}, female: map[string]int{}, written: map[string]string{}}
	count := map[string]int{}
	written := map[string]int{}
	for _, a := range texts {
		p.mentions[a.index] = mentionsOf(a)
		for _, n := range p.mentions[a.index] {
			if len(n.words) > 1 && len(n.words) < 5 && a.KindAt(a.Tokens[n.First].Start) != article.Headline {
				name := strings.Join(n.words, " ")
				text := withoutPossessive(a.Slice(a.SpanOf(n.Range)))
				count[name]++
				written[text]++
				if have := p.written[name]; have == "" || written[text] > written[have] || written[text] == written[have] && text > have {
					p.written[name] = text
				}
			}
		}
	}
	for name := range count {
		p.full = append(p.full, name)
	}
	slices.SortFunc(p.full, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	stands := p.singles(count)
	p.shared = sharedNames(p.full, stands)
	for _, a := range texts {
		for i := range p.mentions[a.index] {
			n := &p.mentions[a.index][i]
			if first := n.First - 1; len(n.words) == 1 && first >= 0 && a.Tokens[first].Is(article.Opens) {
				// "Mark Bell said": a given name that is a common word too.
				if given := a.words[first].bare; count[given+" "+n.words[0]] > 0 {
					n.First, n.words = first, []string{given, n.words[0]}
				}
			}
			n.person = strings.Join(n.words, " ")
			if name, ok := stands[n.person]; ok {
				n.person = name
			}
			if n.First > 0 {
				switch a.words[n.First-1].bare {
				case "mr", "sir", "lord", "prince", "king":
					p.female[n.person]--
				case "ms", "mrs", "miss", "lady", "dame", "queen", "princess":
					p.female[n.person]++
				}
			}
		}
	}
	return p
}

// singles says which full name a single name stands for, and a name with
// initials. Several people of one family share a surname: alone it stands for
// the one who is most often named in full and least by first name.
func (p *people) singles(count map[string]int) map[string]string {
	alone := map[string]int{}
	for _, list := range p.mentions {
		for _, m := range list {
			if len(m.words) == 1 {
				alone[m.words[0]]++
			}
		}
	}
	stands := map[string]string{}
	best := map[string]int{}
	offer := func(single, full string, n int) {
		if have, ok := stands[single]; !ok || n > best[single] || n == best[single] && full < have {
			stands[single], best[single] = full, n
		}
	}
	for _, name := range p.full {
		words := strings.Fields(name)
		first, last := words[0], words[len(words)-1]
		if short := first + " " + last; len(words) > 2 && count[short] > 0 {
			stands[name] = short
			continue
		}
		if turned := strings.Join(append(words[1:len(words):len(words)], first), " "); len(words) < 4 && count[turned] > count[name] {
			stands[name] = turned // the surname first
			continue
		}
		if turned := strings.Join(append([]string{last}, words[:len(words)-1]...), " "); len(words) < 4 && count[turned] > count[name] {
			stands[name] = turned
			continue
		}
		offer(first, name, count[name]-1000) // a given name, unless it is a surname
		offer(last, name, count[name]-alone[first])
	}
	return stands
}

// sharedNames are the surnames that several people have, and the given names of
// several that are nobody's surname.
func sharedNames(full []string, stands map[string]string) map[string]bool {
	surname, given, shared := map[string]string{}, map[string]string{}, map[string]bool{}
	note := func(whose map[string]string, word, name string) {
		have, known := whose[word]
		// "Majority Leader Ann Bell" is Ann Bell.
		shared[word] = shared[word] || known && !strings.HasSuffix(name, " "+have) && !strings.HasSuffix(have, " "+name) && have != name
		whose[word] = name
	}
	var persons []string
	for _, name := range full {
		if !person(name) {
			continue
		}
		persons = append(persons, name)
		if first, _, _ := strings.Cut(name, " "); !roleNoun(first) {
			note(surname, name[strings.LastIndexByte(name, ' ')+1:], cmp.Or(stands[name], name))
		}
	}
	for _, name := range persons {
		if word, _, _ := strings.Cut(name, " "); surname[word] == "" {
			note(given, word, cmp.Or(stands[name], name))
		}
	}
	return shared
}

// certain reports whether a mention is of a person and of no other of the same
// family. "Mark Bell" at the head of a sentence may have been taken for a Bell.
func (p *people) certain(a *text, m mention) bool {
	if len(m.words) > 1 || !person(m.person) {
		return person(m.person)
	}
	if first := m.First - 1; first >= 0 && a.Tokens[first].Is(article.Opens|article.Capital) {
		if w := a.words[first].bare; functionClass[w] == 0 && !honorifics[w] && !roleNoun(w) {
			return false
		}
	}
	return !p.shared[m.words[0]]
}

// toldOf reports whether the writer himself tells of a certain person at a
// mention, in the running text.
func (p *people) toldOf(a *text, m mention) bool {
	span := a.SpanOf(m.Range)
	return p.certain(a, m) && !a.Quoted(span) && a.KindAt(span.Start) != article.Headline
}

// person reports whether a name looks like that of a person: a full name
// without a word that places and bodies are named by.
func person(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return bodies[w] })
}

var bodies = classesOf(`house houses party states state nations union republic kingdom news times post journal
	gazette herald committee commission council court courts department ministry office bureau agency service services university
	college school institute foundation association society club company corporation group bank fund street avenue road square
	city county town island islands river lake bay sea ocean mountain park valley north south east west northern southern eastern
	western central national international american british french german russian chinese european federal supreme high royal
	army navy force forces police guard senate congress parliament assembly cabinet administration district region province
	hospital church airport station center centre museum theatre stadium league cup games world conference summit act bill treaty
	memoir book history show today tv radio network security affairs republican democratic republicans democrats tea green labour labor
	conservative liberal new san los las united saint st fort mount inc ltd llc plc corp`)

// endingAt is the mention that ends before the token, -1 for none.
func (p *people) endingAt(index, token int) int {
	list := p.mentions[index]
	i, ok := slices.BinarySearchFunc(list, token, func(m mention, t int) int { return cmp.Compare(m.End, t) })
	if !ok {
		return -1
	}
	return i
}

// beginningAt is the mention whose first token it is, -1 for none.
func (p *people) beginningAt(index, token int) int {
	list := p.mentions[index]
	i, ok := slices.BinarySearchFunc(list, token, func(m mention, t int) int { return cmp.Compare(m.First, t) })
	if !ok {
		return -1
	}
	return i
}

// before is who a possessive pronoun at the token may mean: the last person
// named before it in its sentence, else the first one of the sentence before;
// "" for none. Gender is 1 for "her" and -1 for "his"; the relative is not
// meant.
func (p *people) before(a *article.Article, index, token, gender int, relative string) string {
	list := p.mentions[index]
	sentence := a.Tokens[token].Sentence
	first := ""
	for i := len(list) - 1; i >= 0; i-- {
		m := list[i]
		if m.End > token || m.person == relative || !person(m.person) || p.female[m.person]*gender < 0 {
			continue
		}
		switch s := a.Tokens[m.First].Sentence; {
		case s == sentence:
			return m.person
		case s == sentence-1:
			first = m.person
		case s < sentence-1:
			return first
		}
	}
	return first
}

// inSentence are the people named in a sentence.
func (p *people) inSentence(a *article.Article, index, sentence int) []string {
	var out []string
	for _, m := range p.mentions[index] {
		if a.Tokens[m.First].Sentence == sentence && !slices.Contains(out, m.person) {
			out = append(out, m.person)
		}
	}
	return out
}
