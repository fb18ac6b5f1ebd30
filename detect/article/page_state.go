package article

import "strings"

// Some pages are drawn by a program in the browser and hold their article only
// in the program's data: __NEXT_DATA__ and the like. Every site names things its
// own way there, so the article is known by its shape: the list of most text in
// pieces, or the longest text in a field for it.

const (
	maxState      = 8 << 20 // bytes of one script
	maxStateDepth = 24      // values inside each other that are searched
	minStateText  = 400     // bytes of an article
)

// stateTexts are names of fields that hold a piece of an article's text.
var stateTexts = wordSet("text content html value copy body paragraph children data articleBody articlebody bodyHtml bodytext fullText")

// A stateText is the text of an article in a page's data, in pieces.
type stateText struct {
	title  passage
	pieces []passage
	size   int
}

// readState finds the longest article in the data of the page's program.
func (h *pageHead) readState() stateText {
	var best stateText
	for _, script := range h.state {
		start := strings.TrimLeft(script.text, " \t\r\n")
		at := len(script.text) - len(start)
		if len(start) == 0 || len(start) > maxState {
			continue
		}
		value, err := parseJSON(strings.TrimRight(start, " \t\r\n"))
		if err != nil {
			continue
		}
		found := searchState(value, passage{}, maxStateDepth)
		if found.size >= minStateText && found.size > best.size {
			for i := range found.pieces {
				found.pieces[i] = found.pieces[i].moved(script.at(at))
			}
			found.title = found.title.moved(script.at(at))
			best = found
		}
	}
	return best
}

// moved is a passage whose places are counted from another beginning.
func (p passage) moved(by int) passage {
	runs := make([]run, len(p.runs))
	for i, r := range p.runs {
		runs[i] = run{r.text, r.input + by}
	}
	return passage{p.text, runs}
}

// searchState looks for the longest article below a value; title is that of the
// objects around it.
func searchState(v jsonValue, title passage, depth int) stateText {
	var best stateText
	if depth == 0 {
		return best
	}
	take := func(found stateText) {
		if found.size > best.size {
			best = found
		}
	}
	switch v.kind() {
	case '{':
		o := v.object()
		if t := o.first("headline", "title"); t.text != "" && len(t.text) <= maxTitle {
			title = t
		}
		for name, member := range v.members() {
			if member.kind() == '"' && stateTexts[name] {
				if p := member.passage(); isProseText(p.text) {
					take(stateText{title, []passage{p}, len(p.text)})
				}
			}
			take(searchState(member, title, depth-1))
		}
	case '[':
		list := stateText{title: title}
		for element := range v.elements() {
			take(searchState(element, title, depth-1))
			p := passage{}
			switch element.kind() {
			case '{':
				for name, member := range element.members() {
					if stateTexts[name] && member.kind() == '"' {
						p = member.passage()
						break
					}
				}
			case '"':
				p = element.passage()
			}
			if isProseText(p.text) {
				list.pieces = append(list.pieces, p)
				list.size += len(p.text)
			}
		}
		if len(list.pieces) >= 3 {
			take(list)
		}
	}
	return best
}

// isProseText reports whether a string is a sentence or more, not a name, an
// address or a program.
func isProseText(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 40 && countWords(s) >= 6 && countWords(s)*14 > len(s) && s[0] != '{' && s[0] != '[' &&
		(endsSentence(s) || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") || countWords(s) > 30)
}
