package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A chosen is the choice of the article among the blocks of a page.
type chosen struct {
	*page
	weight  []float64 // of each block: its prose, or below zero what speaks against an article
	prose   []float64 // prose in each node, in bytes
	score   []float64 // sum of weights in each node
	reason  []Reason  // why a node is not part of the article; inherited
	known   string    // the article's text in the linked data, as letters and digits
	root    int       // the node chosen
	title   int       // the block of the headline, -1 when the page shows none
	heading passage   // the headline
}

// choose finds the article.
func (p *page) choose() *chosen {
	c := &chosen{page: p, title: -1}
	c.reason = make([]Reason, len(c.nodes))
	c.findTitle()
	c.weigh((*pageNode).unfit)
	c.findRoot()
	if body := strings.TrimSpace(firstBytes(p.head.body.text, maxKnown)); len(body) >= minKnown &&
		!strings.HasSuffix(body, "...") && !strings.HasSuffix(body, "…") && c.score[c.root] < 3*float64(len(body)) { // else an excerpt
		c.known = letters(body)
		c.weigh((*pageNode).unfit)
		c.findRoot()
	}
	if c.known == "" && c.score[c.root] < c.prose[0]/8 {
		// The names of classes hide most of what there is to read: trust the
		// elements only.
		c.weigh((*pageNode).unfitElement)
		c.findRoot()
	}
	if c.known == "" && c.score[c.root] <= 0 {
		c.weigh(func(*pageNode) Reason { return "" })
		c.root = 0
	}
	c.narrow()
	c.prune()
	return c
}

const (
	minKnown = 400     // bytes of an articleBody that is more than a summary
	maxKnown = 1 << 18 // bytes of one that are compared with the page
)

// weigh measures the blocks and the elements.
func (c *chosen) weigh(unfit func(*pageNode) Reason) {
	clear(c.reason)
	c.weight = make([]float64, len(c.blocks))
	c.prose = make([]float64, len(c.nodes))
	c.score = make([]float64, len(c.nodes))
	for i := range c.blocks {
		b := &c.blocks[i]
		c.weight[i] = weightOf(b)
		if c.known != "" && c.weight[i] > 0 && !c.isKnown(b) {
			c.weight[i] = -c.weight[i] / 4
		}
		if c.weight[i] > 0 {
			c.prose[b.node] += c.weight[i]
		}
	}
	for i := len(c.nodes) - 1; i > 0; i-- {
		c.prose[c.nodes[i].parent] += c.prose[i]
	}
	talk := 0.0 // prose of readers
	for i := 1; i < len(c.nodes); i++ {
		n := &c.nodes[i]
		if c.reason[n.parent] != "" {
			c.reason[i] = c.reason[n.parent]
		} else if c.prose[i] < 0.9*c.prose[0] && n.unfit() == Comments {
			c.reason[i] = Comments
			talk += c.prose[i]
		}
	}
	all := 1 + c.prose[0] - talk
	fit := c.fit(all)
	for i := 1; i < len(c.nodes); i++ {
		n := &c.nodes[i]
		if c.reason[i] == "" {
			c.reason[i] = c.reason[n.parent]
		}
		if c.reason[i] != "" {
			continue
		}
		reason := unfit(n)
		if reason == "" {
			continue
		}
		// Classes such as "has-sidebar" stand on what holds the article, too.
		share := c.prose[i] / all
		if (share > 0.8 && !n.hidden || share > 0.1 && fit[i]) && reason != Comments {
			continue
		}
		c.reason[i] = reason
	}
	for i := range c.blocks {
		b := &c.blocks[i]
		if c.reason[b.node] == "" && (b.inline == 0 || c.reason[b.inline] == "") {
			c.score[b.node] += c.weight[i]
		} else {
			c.weight[i] = 0
		}
	}
	for i := len(c.nodes) - 1; i > 0; i-- {
		c.score[c.nodes[i].parent] += c.score[i]
	}
}

// isForeign reports whether a block of prose is not in the text of the linked
// data, although that has most of what stands around it.
func (c *chosen) isForeign(i int) bool {
	b := &c.blocks[i]
	return c.known != "" && len(b.text) >= 80 && c.score[c.root] > float64(len(c.known))*3/4 && !c.isKnown(b)
}

// shows reports whether the page shows its article, and not only tells
// machines about it.
func (c *chosen) shows() bool {
	return c.known == "" || c.score[c.root] > float64(len(c.known))/3
}

// fit marks the elements that hold the headline or what is named as the text
// of the article.
func (c *chosen) fit(all float64) []bool {
	fit := make([]bool, len(c.nodes))
	mark := func(node int) {
		for ; node > 0 && !fit[node]; node = c.nodes[node].parent {
			fit[node] = true
		}
	}
	for i := range c.nodes {
		if n := &c.nodes[i]; n.fitness() >= 1.2 && c.prose[i] > all/5 && c.reason[i] == "" {
			mark(i)
		}
	}
	if c.title >= 0 {
		mark(c.blocks[c.title].node)
	}
	return fit
}

func (c *chosen) isKnown(b *pageBlock) bool {
	s := letters(b.text)
	if len(s) > 120 {
		return strings.Contains(c.known, s[:60]) || strings.Contains(c.known, s[len(s)-60:])
	}
	return strings.Contains(c.known, s)
}

// letters are the letters and digits of a text in lower case.
func letters(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)|0x20)
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}

// weightOf is how much a block speaks for the article around it.
func weightOf(b *pageBlock) float64 {
	n, links := float64(len(b.text)), float64(b.links)
	free := n - links
	ends := endsSentence(b.text)
	switch {
	case links > n/2:
		return -min(n, 80)
	case n >= 80 && (ends || n >= 160):
		return free - links
	case ends && n >= 25:
		return free / 2
	case n < 8:
		return -2
	default:
		return -min(n, 40) / 2
	}
}

// unfitTags are elements that are not part of an article.
var unfitTags = map[string]Reason{
	"nav": Share, "footer": Share, "menu": Share, "dialog": Consent, "figcaption": Caption,
	"media-caption": Caption, "address": BylineLine, "aside": Link, "form": Share, "time": Timestamp,
}

var unfitRoles = map[string]Reason{
	"navigation": Share, "complementary": Link, "contentinfo": Share, "search": Share, "dialog": Consent,
	"alertdialog": Consent, "menu": Share, "menubar": Share, "toolbar": Share, "tablist": Share, "banner": Share,
}

// unfitWords are words in the classes and ids of elements that are not part of
// an article, or its caption, byline or time.
var unfitWords = func() map[string]Reason {
	reasons := map[string]Reason{}
	for reason, words := range map[Reason]string{
		Comments: "comment comments disqus livefyre respond discussion commenting usercomments readercomments",
		Link: "related relateds relatedlinks recirc recirculation recommended recommendation recommendations trending sidebar popular mostpopular mostread " +
			"teaser teasers factbox outbrain taboola readmore seealso similar morestories morelinks promo promos interstitial crosslinks storylinks rightrail rail " +
			"sponsored sponsor sponsors advert adverts advertisement advertisements ad ads adbox banner widget widgets carousel slideshow gallery",
		Share: "share sharing sharebar sharethis addthis social socialmedia tools toolbar toolbox articletools breadcrumb breadcrumbs nav navbar navigation subnav topnav " +
			"menu submenu footer foot masthead pagination pager paging skip jump print printonly email tags taglist keywords topics tabs search login signin ratings rating vote poll hidden offscreen sr",
		Membership: "newsletter newsletters subscribe subscription paywall signup donate donation membership",
		Consent:    "cookie cookies consent gdpr popup modal overlay lightbox",
		Caption:    "caption captions cutline photocaption imagecaption wp-caption",
		Credit:     "credit credits photocredit",
		BylineLine: "byline bylines author authors authorbox bio contributor contributors",
		Timestamp:  "timestamp dateline pubdate datestamp published date datetime",
		Signoff:    "copyright disclaimer",
	} {
		for word := range strings.FieldsSeq(words) {
			reasons[word] = reason
		}
	}
	return reasons
}()

// embeddedPosts are the classes of frames around posts elsewhere that hold no words
// of them. A tweet holds its words, in a block quote, and stays one.
var embeddedPosts = []string{" instagram media ", " tiktok embed "}

// maxClasses is the number of classes up to which they say what an element is
// for; more of them say how it looks.
const maxClasses = 7

// modifiers before or after a word of unfitWords say that the element holds
// something else: "no-sidebar", "with-comments".
var modifiers = wordSet("no has with without has not is before after w post2 enable enabled disable disabled open closed single")

// unfitElement says why an element would not be part of the article by what it
// is, "" when nothing speaks against it.
func (n *pageNode) unfitElement() Reason {
	switch n.name {
	case "html", "body", "article", "main":
		return ""
	}
	if n.hidden {
		return Share
	}
	if reason := unfitTags[n.name]; reason != "" {
		return reason
	}
	if reason := unfitRoles[n.role]; reason != "" && n.name != "header" {
		return reason
	}
	switch n.prop {
	case "author", "creator":
		return BylineLine
	case "datepublished", "datemodified", "datecreated":
		return Timestamp
	case "caption":
		return Caption
	case "publisher", "interactioncount", "commentcount":
		return Share
	}
	return ""
}

// unfit asks the names of classes, too.
func (n *pageNode) unfit() Reason {
	if reason := n.unfitElement(); reason != "" {
		return reason
	}
	switch n.name {
	case "html", "body", "article", "main":
		return ""
	}
	switch n.prop {
	case "articlebody", "headline", "alternativeheadline", "description":
		return ""
	}
	if strings.Count(n.class, ",") > maxClasses {
		return ""
	}
	for _, post := range embeddedPosts {
		if strings.Contains(n.class, post) {
			return Link
		}
	}
	before := ""
	for word := range strings.FieldsSeq(n.class) {
		if reason := unfitWords[word]; reason != "" && !modifiers[before] {
			return reason
		}
		before = word
	}
	return ""
}

// fitWords are words in the classes and ids of elements that hold the text of
// an article.
func (n *pageNode) fitness() float64 {
	switch {
	case n.prop == "articlebody":
		return 1.3
	case n.name == "article" || n.name == "main" || n.role == "main" || n.role == "article":
		return 1.1
	}
	class := n.class
	for _, name := range []string{" article body ", " story body ", " articlebody ", " storybody ", " entry content ", " post content ", " article content ", " article text ", " story text ", " storytext ", " articletext ", " post body ", " entry body ", " story content ", " body text ", " bodytext ", " article copy ", " story copy "} {
		if strings.Contains(class, name) {
			return 1.2
		}
	}
	return 1
}

// findRoot chooses the smallest element with the best score.
func (c *chosen) findRoot() {
	best := 0.0
	for i := range c.nodes {
		if c.nodes[i].inline || c.reason[i] != "" || elementRoles[c.nodes[i].name] == skippedElement {
			continue
		}
		score := c.score[i]
		if score > 0 {
			score *= c.nodes[i].fitness()
		}
		if i == 0 || score >= best {
			c.root, best = i, score
		}
	}
}

// narrow leaves out the other articles of a page that shows several, one below
// the other: the element with the headline has siblings that are made as it is,
// each with a headline of its own and text.
func (c *chosen) narrow() {
	if c.title < 0 {
		return
	}
	level := c.headingOf(&c.blocks[c.title])
	for node := c.blocks[c.title].node; level > 0 && node > c.root && c.within(node, c.root); node = c.nodes[node].parent {
		n := &c.nodes[node]
		if n.inline || c.score[node] < minKnown || c.score[node] < c.score[c.root]/8 {
			continue
		}
		for i := c.root + 1; i < len(c.nodes) && c.within(i, c.root); i++ {
			other := &c.nodes[i]
			if i != node && other.parent == n.parent && other.name == n.name && (n.name == "article" || n.class != "" && other.class == n.class) &&
				c.score[i] >= minKnown && c.hasHeading(i, level) {
				c.root = node
				return
			}
		}
	}
}

// hasHeading reports whether a heading of a level stands in an element.
func (c *chosen) hasHeading(node, level int) bool {
	for i := range c.blocks {
		if b := &c.blocks[i]; c.within(b.node, node) && c.headingOf(b) == level {
			return true
		}
	}
	return false
}

// flow is how many paragraphs in a row lists of other articles do not have.
const flow = 3

// prune marks what stands beside the text inside the element chosen: lists of
// other articles, with or without a line about each.
func (c *chosen) prune() {
	type measure struct {
		linkBlocks, prose int  // blocks that are links, and that are prose
		flows             bool // paragraphs follow each other as they do in an article only
	}
	measures := make([]measure, len(c.nodes))
	run := 0
	for i := range c.blocks {
		b := &c.blocks[i]
		if !c.within(b.node, c.root) || i == c.title {
			continue
		}
		if r := c.reason[b.node]; r != "" && r != Link {
			continue
		}
		m := &measures[b.node]
		m.linkBlocks += btoi(b.links > len(b.text)/2 && len(b.text) > 11)
		if b.links > len(b.text)/2 || len(b.text) < 60 {
			run = 0
			continue
		}
		m.prose++
		if run++; run >= flow {
			node := b.node
			for !c.within(c.blocks[i-flow+1].node, node) {
				node = c.nodes[node].parent
			}
			measures[node].flows = true
		}
	}
	end := max(c.nodes[c.root].end, c.root+1)
	for i := end - 1; i > c.root; i-- {
		m, to := measures[i], &measures[c.nodes[i].parent]
		to.flows = to.flows || m.flows
		to.linkBlocks += m.linkBlocks
		to.prose += m.prose
	}
	text := c.textNodes()
	for i := c.root + 1; i < end; i++ {
		n := &c.nodes[i]
		if c.reason[i] == "" {
			c.reason[i] = c.reason[n.parent]
		}
		if c.reason[i] != "" || n.inline || n.name == "p" || n.prop == "articlebody" || text[i] {
			continue
		}
		m := measures[i]
		if !m.flows && m.linkBlocks >= 2 && m.linkBlocks*5 >= m.prose*4 {
			c.reason[i] = Link
		}
	}
}

// textNodes marks the element chosen and those down to the one that holds most
// paragraphs of its own.
func (c *chosen) textNodes() []bool {
	own := make([]float64, len(c.nodes))
	most := c.root
	for i := range c.blocks {
		b := &c.blocks[i]
		if c.weight[i] <= 0 || !c.within(b.node, c.root) {
			continue
		}
		node := b.node
		if n := &c.nodes[node]; node > c.root && (n.name == "p" || n.name == "blockquote") {
			node = n.parent
		}
		own[node] += c.weight[i]
		if own[node] > own[most] {
			most = node
		}
	}
	text := make([]bool, len(c.nodes))
	for node := most; node > 0; node = c.nodes[node].parent {
		text[node] = true
	}
	return text
}

// within reports whether a node is another one or stands inside it.
func (c *chosen) within(node, root int) bool {
	return node >= root && (node == root || node < c.nodes[root].end)
}

// findTitle finds the block that shows the headline: the one whose words the
// page tells other sites or the title of the window has.
func (c *chosen) findTitle() {
	var wanted []string
	for _, s := range []string{c.head.article.text("headline", "name"), c.head.headline, c.head.title.text} {
		if s = letters(firstBytes(s, maxTitle)); s != "" {
			wanted = append(wanted, s)
		}
	}
	best := 0.0
	for i := range c.blocks {
		b := &c.blocks[i]
		if len(b.text) > 300 {
			continue
		}
		s := letters(b.text)
		if len(s) < 4 {
			continue
		}
		heading := c.headingOf(b)
		points := 0.0
		for _, w := range wanted {
			switch {
			case s == w:
				points = max(points, 3)
			case len(s) >= 12 && (strings.HasPrefix(w, s) || strings.HasPrefix(s, w) && len(w) >= 12):
				points = max(points, 2.5)
			case len(s) >= 15 && strings.Contains(w, s):
				points = max(points, 2)
			}
		}
		switch {
		case points == 0 && (heading != 1 || len(s) < 10):
			continue
		case heading == 1:
			points += 1.5
		case heading > 1:
			points += 1.2 - 0.1*float64(heading)
		case c.nodes[b.node].prop == "headline" || hasWord(c.nodes[b.node].class, "headline"):
			points++
		}
		if b.links > len(b.text)/2 {
			points--
		}
		if c.reason[b.node] != "" {
			points -= 1.5
		}
		if points > best {
			best, c.title = points, i
		}
	}
	if c.title >= 0 {
		c.heading = foldSpace(c.blocks[c.title].passage)
		return
	}
	c.heading = c.withoutLabel(c.head.title.withoutSite(c.head.site))
}

// withoutLabel is a title without what stands before a colon in it, where the
// page shows the rest: "Print: ", "The Valmora Post Online: ".
func (c *chosen) withoutLabel(title passage) passage {
	i := strings.Index(title.text, ": ")
	if i < 0 || countWords(title.text[:i]) > 4 {
		return title
	}
	rest := letters(title.text[i+2:])
	for k := range c.blocks {
		b := &c.blocks[k]
		if len(rest) >= 15 && strings.HasPrefix(letters(firstBytes(b.text, 2*maxTitle)), rest) {
			return title.slice(i+2, len(title.text))
		}
	}
	return title
}

// headingOf is the level of the heading in which a block stands, 0 for none.
func (c *chosen) headingOf(b *pageBlock) int {
	node := b.node
	for range 3 {
		if n := &c.nodes[node]; len(n.name) == 2 && n.name[0] == 'h' && n.name[1] >= '1' && n.name[1] <= '6' {
			return int(n.name[1] - '0')
		}
		if node == 0 {
			break
		}
		node = c.nodes[node].parent
	}
	return 0
}

// isStandfirst reports whether a block between the headline and the element
// chosen is the summary of the article.
func (c *chosen) isStandfirst(i int) bool {
	b := &c.blocks[i]
	if c.title < 0 || i <= c.title || b.node >= c.root || c.reason[b.node] != "" || len(b.text) < 25 || len(b.text) > maxTitle || b.links > len(b.text)/2 {
		return false
	}
	if class := c.nodes[b.node].class; hasWord(class, "standfirst") || hasWord(class, "deck") || hasWord(class, "dek") || hasWord(class, "subtitle") || hasWord(class, "subheadline") {
		return true
	}
	said, shown := letters(firstBytes(c.head.description, maxTitle)), letters(b.text)
	return len(said) >= 20 && (strings.HasPrefix(shown, said[:20]) || strings.Contains(said, shown))
}

// withoutSite is the title of a window without the name of the site, which
// stands behind a bar or a dash, or before one.
func (p passage) withoutSite(site string) passage {
	for _, bar := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " : "} {
		if i := strings.LastIndex(p.text, bar); i > 0 {
			rest := p.text[i+len(bar):]
			if site != "" && letters(rest) == letters(site) || countWords(rest) <= 4 && countWords(p.text[:i]) >= 3 {
				return p.slice(0, i).withoutSite(site)
			}
			first := strings.Index(p.text, bar)
			if start := p.text[:first]; site != "" && letters(start) == letters(site) || countWords(start) <= 3 && countWords(p.text[first:]) >= 5 && bar != " : " {
				return p.slice(first+len(bar), len(p.text)).withoutSite(site)
			}
		}
	}
	return p
}
