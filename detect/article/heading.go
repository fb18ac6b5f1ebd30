package article

// readHeadings removes the headings that have nothing left below them, as
// "Get our letter" over an appeal to subscribe.
func (l *layout) readHeadings() {
	below := Reason("") // why the last block below was removed, "" for none below or one that stays
	for i := len(l.blocks) - 1; i > l.first; i-- {
		b := &l.blocks[i]
		switch {
		case b.reason == Credit || b.reason == Caption || b.reason == Timestamp || b.reason == BylineLine:
		case b.reason != "":
			below = b.reason
		case b.kind == Subheading && below != "":
			b.reason = below
		default:
			below = ""
		}
		if b.reason == "" && b.kind == Subheading {
			below = ""
		}
	}
}
