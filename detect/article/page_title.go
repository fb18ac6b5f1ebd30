package article

import "strings"

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

// standfirstNames are the names of classes of summaries below the headline.
var standfirstNames = wordSet("standfirst deck dek subtitle subheadline subhead summary synopsis excerpt")

// isStandfirst reports whether a block between the headline and the element
// chosen is the summary of the article.
func (c *chosen) isStandfirst(i int) bool {
	b := &c.blocks[i]
	if c.title < 0 || i <= c.title || b.node >= c.root || c.reason[b.node] != "" || len(b.text) < 25 || len(b.text) > maxTitle || b.links > len(b.text)/2 {
		return false
	}
	for name := range standfirstNames {
		if hasWord(c.nodes[b.node].class, name) {
			return true
		}
	}
	said, shown := letters(firstBytes(c.head.description, maxTitle)), letters(b.text)
	return len(said) >= 20 && (strings.HasPrefix(shown, said[:20]) || strings.Contains(said, shown))
}

// withoutSite is the title of a window without the name of the site, which
// stands behind a bar or a dash, or before one.
func (p passage) withoutSite(site string) passage {
	for _, bar := range []string{" | ", " - ", " -- ", " – ", " — ", " :: ", " » ", " « ", " : "} {
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
