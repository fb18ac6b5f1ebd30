package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A chosen is the choice of the article among the blocks of a page.
type chosen struct {
	*page
	plain   []float64 // weight of each block wherever it stands: its prose, or below zero what speaks against an article
	weight  []float64 // weight of each block where it stands
	prose   []float64 // prose in each node, in bytes
	score   []float64 // sum of weights in each node
	reason  []Reason  // why a node is not part of the article; inherited
	card    []bool    // nodes that are about other articles, or comments of readers
	known   string    // the article's text in the linked data, as letters and digits
	root    int       // the node chosen
	title   int       // the block of the headline, -1 when the page shows none
	heading passage   // the headline
}

// choose finds the article.
func (p *page) choose() *chosen {
	c := &chosen{page: p, title: -1}
	c.reason = make([]Reason, len(c.nodes))
	c.weighBlocks()
	c.findTitle()
	c.findCards()
	c.weigh((*pageNode).unfit)
	c.findRoot()
	if c.proseIn(c.root) < minBeside { // what looks like cards is the article
		clear(c.card)
		c.weigh((*pageNode).unfit)
		c.findRoot()
	}
	if body := strings.TrimSpace(firstBytes(p.head.body.text, maxKnown)); len(body) >= minKnown &&
		!strings.HasSuffix(body, "...") && !strings.HasSuffix(body, "…") && c.score[c.root] < 3*float64(len(body)) { // else an excerpt
		c.known = letters(body)
		clear(c.card)
		c.weigh((*pageNode).unfit)
		c.findRoot()
	}
	if c.known == "" && c.hidesText() {
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

	maxFurniture = 600 // bytes of a block that may be about cookies and the like
	maxLinkList  = 160 // how much a list of links, however long, speaks against what it stands in
)

// weighBlocks measures the blocks by themselves. Prose about cookies, letters to
// subscribe to and copyright is no article.
func (c *chosen) weighBlocks() {
	c.plain = make([]float64, len(c.blocks))
	k := key{buf: make([]byte, 0, 128)}
	for i := range c.blocks {
		b := &c.blocks[i]
		if c.plain[i] = weightOf(b); c.plain[i] <= 0 || len(b.text) > maxFurniture {
			continue
		}
		f, ok := chromeForm(&k, b.text, countWords(b.text), true)
		if ok && (f.reason == Consent || f.reason == Membership) || isCopyright(b.text) {
			c.plain[i] = 0
		}
	}
}

// weigh measures the blocks and the elements.
func (c *chosen) weigh(unfit func(*pageNode) Reason) {
	clear(c.reason)
	c.weight = make([]float64, len(c.blocks))
	c.prose = make([]float64, len(c.nodes))
	c.score = make([]float64, len(c.nodes))
	for i := range c.blocks {
		b := &c.blocks[i]
		c.weight[i] = c.plain[i]
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
		if c.card[b.node] {
			c.weight[i] = min(c.weight[i], 0)
		}
		if c.reason[b.node] == "" && (b.inline == 0 || c.reason[b.inline] == "") {
			c.score[b.node] += c.weight[i]
		} else {
			c.weight[i] = 0
		}
	}
	for i := len(c.nodes) - 1; i > 0; i-- {
		if c.prose[i] == 0 {
			c.score[i] = max(c.score[i], -maxLinkList)
		}
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
	if c.known == "" {
		return true
	}
	shown := 0
	for i := range c.blocks {
		if b := &c.blocks[i]; c.within(b.node, c.root) && c.isKnown(b) {
			shown += len(letters(b.text))
		}
	}
	return shown > len(c.known)*3/5 || c.score[c.root] > float64(len(c.known))*3/5
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
			if c.isUnderTitle(i) {
				score *= underTitle
			}
		}
		if i == 0 || score >= best {
			c.root, best = i, score
		}
	}
}

const (
	underTitle = 1.3 // what it is worth to stand below the headline
	nearTitle  = 3   // paragraphs below the headline that may stand elsewhere, such as a caption
)

// proseIn is the weight of the prose in an element.
func (c *chosen) proseIn(node int) float64 {
	sum := 0.0
	for i := range c.blocks {
		if c.within(c.blocks[i].node, node) {
			sum += max(c.weight[i], 0)
		}
	}
	return sum
}

// isUnderTitle reports whether an element has the first of the prose below the
// headline.
func (c *chosen) isUnderTitle(node int) bool {
	if c.title < 0 {
		return false
	}
	if c.within(c.blocks[c.title].node, node) {
		return true
	}
	near := 0
	for i := c.title + 1; i < len(c.blocks) && near < nearTitle; i++ {
		if c.weight[i] > 0 {
			if c.within(c.blocks[i].node, node) {
				return true
			}
			near++
		}
	}
	return false
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

// maxCaption is how many bytes stand below a picture that is not the article's.
const maxCaption = 300

// flow is how many paragraphs in a row lists of other articles do not have.
const flow = 3

// prune marks what stands beside the text inside the element chosen: lists of
// other articles, with or without a line about each.
func (c *chosen) prune() {
	type measure struct {
		linkBlocks, prose int  // blocks that are links, and that are prose
		blocks, text      int  // all blocks and their bytes
		pictures          int  // images
		flows             bool // paragraphs follow each other as they do in an article only
	}
	measures := make([]measure, len(c.nodes))
	run := 0
	for i := range c.blocks {
		b := &c.blocks[i]
		if !c.within(b.node, c.root) || i == c.title {
			continue
		}
		measures[b.node].blocks++
		measures[b.node].text += len(b.text)
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
		measures[i].pictures += c.nodes[i].pictures
		m, to := measures[i], &measures[c.nodes[i].parent]
		to.blocks += m.blocks
		to.text += m.text
		to.pictures += m.pictures
		to.flows = to.flows || m.flows
		to.linkBlocks += m.linkBlocks
		to.prose += m.prose
	}
	text := c.textNodes()
	for i := c.root + 1; i < end; i++ {
		if c.card[i] && c.reason[i] == "" {
			c.reason[i] = Link
		}
	}
	for i := c.root + 1; i < end; i++ {
		n := &c.nodes[i]
		if c.reason[i] == "" {
			c.reason[i] = c.reason[n.parent]
		}
		if c.reason[i] != "" || n.inline || n.name == "p" || n.prop == "articlebody" || text[i] ||
			c.title >= 0 && c.within(c.blocks[c.title].node, i) {
			continue
		}
		m := measures[i]
		if m.pictures > 0 && m.blocks > 0 && m.blocks <= 2 && m.text < maxCaption {
			c.reason[i] = Caption
			continue
		}
		if !m.flows && m.linkBlocks >= 2 && m.linkBlocks*5 >= m.prose*4 {
			c.reason[i] = Link
		}
	}
}

// hidesText reports whether the names of classes speak against an element that
// has far more paragraphs of its own than the element chosen.
func (c *chosen) hidesText() bool {
	if c.score[c.root] < c.prose[0]/8 {
		return true
	}
	own := make([]float64, len(c.nodes))
	most, hidden := 0.0, 0.0
	for i := range c.blocks {
		node := c.textNode(&c.blocks[i])
		if c.plain[i] > 0 && !c.card[node] {
			own[node] += c.plain[i]
		}
		switch {
		case c.within(node, c.root):
			most = max(most, own[node])
		case c.nodes[node].hidden:
		case c.reason[node] == Link || c.reason[node] == Share:
			hidden = max(hidden, own[node])
		}
	}
	return hidden > 2*most
}

// textNode is the element whose paragraph a block is, alone in an element of its
// own or not.
func (c *chosen) textNode(b *pageBlock) int {
	node := b.node
	for node > 0 && (c.nodes[node].blocks == 1 || c.nodes[node].name == "p" || c.nodes[node].name == "blockquote") {
		node = c.nodes[node].parent
	}
	return node
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
		node := c.textNode(b)
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
