package article

// layout tells the parts of a plain-text article from each other and from what
// is not the article.
func (in *decoded) layout(d *Draft) {
	for _, b := range in.blocks() {
		kind := Body
		if len(d.Parts) == 0 && !b.prose {
			kind, d.Title = Headline, b.text
		}
		d.Parts = append(d.Parts, Part{kind, b.pieces})
	}
}
