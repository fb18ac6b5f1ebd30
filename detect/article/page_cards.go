package article

import "strings"

// A page shows other articles as cards: elements made alike, one beside the
// other, each with a link and a line or two about what it leads to. Readers'
// comments are made alike as well, each with a link to reply. Together they are
// often longer than a short article, whatever their classes are called.

const (
	minCards    = 3   // elements alike that make a list of cards
	minTalk     = 2   // and one of comments
	maxCardText = 700 // bytes of text in a card
	minCardLink = 12  // bytes of a link that names an article
	minBeside   = 200 // bytes of prose without which what looks like cards is the article
)

// replies are links below the comments of readers.
var replies = wordSet("reply respond report flag quote permalink recommend upvote")

// A card is what is known of an element that may be one.
type card struct {
	text, prose int  // bytes of text and paragraphs of prose
	blocks      int  // stretches of text
	linked      bool // a link stands before the prose
	replied     bool // a link to reply stands behind it
}

func (d *card) take(b *pageBlock, weight float64) {
	d.text += len(b.text)
	d.blocks++
	link := b.links > len(b.text)/2
	switch {
	case link && d.prose > 0 && replies[strings.ToLower(firstWord(b.text))]:
		d.replied = true
	case d.prose == 0 && (link && len(b.text) >= minCardLink || b.led && b.links >= minCardLink):
		d.linked = true
	}
	d.prose += btoi(weight > 0 || link && len(b.text) >= 60)
}

func (d *card) isTeaser() bool {
	return d.linked && d.text <= maxCardText && d.prose <= 2
}

func (d *card) isComment() bool { return d.replied && d.prose > 0 }

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// findCards marks the elements that are cards and what stands inside them.
func (c *chosen) findCards() {
	cards := make([]card, len(c.nodes))
	for i := range c.blocks {
		b := &c.blocks[i]
		for node := b.node; node > 0 && cards[node].text <= 8*maxCardText; node = c.nodes[node].parent {
			cards[node].take(b, c.plain[i])
		}
	}
	c.card = make([]bool, len(c.nodes))
	type shape struct {
		parent      int
		name, class string
	}
	type tally struct{ all, teasers, prose, comments int }
	tallies := map[shape]*tally{}
	for i := 1; i < len(c.nodes); i++ {
		n, d := &c.nodes[i], &cards[i]
		if n.inline || d.blocks == 0 {
			continue
		}
		s := shape{n.parent, n.name, n.class}
		t := tallies[s]
		if t == nil {
			t = &tally{}
			tallies[s] = t
		}
		t.all++
		t.teasers += btoi(d.isTeaser())
		t.prose += btoi(d.isTeaser() && d.prose > 0)
		t.comments += btoi(d.isComment())
	}
	for i := 1; i < len(c.nodes); i++ {
		n, d := &c.nodes[i], &cards[i]
		if c.card[n.parent] {
			c.card[i] = true
			continue
		}
		t := tallies[shape{n.parent, n.name, n.class}]
		if n.inline || d.blocks == 0 || t == nil {
			continue
		}
		c.card[i] = t.teasers >= minCards && t.prose > 0 && t.teasers*5 >= t.all*4 && d.isTeaser() ||
			t.comments >= minTalk && t.comments*5 >= t.all*4 && d.isComment()
	}
}
