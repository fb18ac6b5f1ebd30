package reports

// An article is most of what a report is, and a large corpus has millions, so
// its JSON is written here field by field and not by encoding/json, which writes
// the same and takes four times as long. A field that is missing here fails a
// test (TestJSONText).

// AppendLine appends an article as a line of JSON, for a run that hands out each
// article as soon as it is final.
func AppendLine(b []byte, a *Article) []byte {
	t := jsonText{b: b}
	t.article(a)
	return append(t.b, '\n')
}

func (t *jsonText) article(a *Article) {
	t.open('{')
	t.text("id", a.ID)
	t.text("path", a.Path)
	t.number("record", a.Record)
	t.text("title", a.Title)
	t.text("byline", a.Byline)
	t.text("dateline", a.Dateline)
	t.text("publisher", a.Publisher)
	t.text("published", a.Published)
	t.text("url", a.URL)
	t.text("language", a.Language)
	t.number("words", a.Words)
	if a.Text != "" {
		t.text("text", a.Text)
	}
	objects(t, "parts", a.Parts, func(p *Part) {
		t.text("kind", p.Kind)
		t.span(p.Start, p.End)
	})
	t.scores(&a.Scores)
	t.origin(a.Origin)
	objects(t, "findings", a.Findings, t.finding)
	objects(t, "cleared", a.Cleared, func(c *Cleared) {
		t.text("rule", c.Rule)
		t.span(c.Start, c.End)
		t.text("excerpt", c.Excerpt)
		t.text("why", c.Why)
		t.related(c.Related)
	})
	objects(t, "removed", a.Removed, func(r *Removed) {
		t.text("reason", r.Reason)
		t.text("text", r.Text)
		t.number("at", r.At)
		t.number("line", r.Line)
	})
	objects(t, "repairs", a.Repairs, func(r *Repair) {
		t.text("problem", r.Problem)
		t.text("was", r.Was)
		t.truth("mended", r.Mended)
		t.span(r.Start, r.End)
	})
	t.text("status", a.Status)
	objects(t, "declared", a.Declared, func(d *Declaration) {
		t.text("kind", d.Kind)
		t.text("text", d.Text)
	})
	objects(t, "suppressions", a.Suppressions, func(s *Suppression) {
		t.text("directive", s.Directive)
		t.texts("rules", s.Rules)
		t.text("reason", s.Reason)
		t.number("line", s.Line)
		t.number("column", s.Column)
		t.truth("heeded", s.Heeded)
		t.number("used", s.Used)
		t.text("problem", s.Problem)
	})
	objects(t, "suppressed", a.Suppressed, func(s *Suppressed) {
		t.key("finding")
		t.open('{')
		t.finding(&s.Finding)
		t.close('}')
		t.number("by", s.By)
	})
	t.text("story", a.Story)
	t.close('}')
}

func (t *jsonText) scores(s *Scores) {
	t.key("scores")
	t.open('{')
	t.decimal("quality", s.Quality)
	if s.AgainstOthers != nil {
		t.decimal("against_others", *s.AgainstOthers)
	} else {
		t.null("against_others")
	}
	t.text("against", s.Against)
	t.text("against_why", s.AgainstWhy)
	t.number("rank", s.Rank)
	objects(t, "contributions", s.Contributions, func(c *Contribution) {
		t.text("source", c.Source)
		t.decimal("points", c.Points)
		t.text("why", c.Why)
	})
	t.close('}')
}

func (t *jsonText) origin(o *Origin) {
	if o == nil {
		t.null("origin")
		return
	}
	t.key("origin")
	t.open('{')
	t.decimal("native", o.Native)
	t.decimal("human_translated", o.HumanTranslated)
	t.decimal("machine_translated", o.MachineTranslated)
	t.text("verdict", o.Verdict)
	objects(t, "source_languages", o.SourceLanguages, func(l *SourceLanguage) {
		t.text("language", l.Language)
		t.decimal("probability", l.Probability)
	})
	objects(t, "sentences", o.Sentences, func(s *OriginSentence) {
		t.span(s.Start, s.End)
		t.decimal("machine_translated", s.MachineTranslated)
		t.decimal("contribution", s.Contribution)
	})
	objects(t, "evidence", o.Evidence, func(c *Cue) {
		t.text("cue", c.Cue)
		t.decimal("weight", c.Weight)
	})
	t.text("confidence", o.Confidence)
	t.close('}')
}

func (t *jsonText) finding(f *Finding) {
	t.text("rule", f.Rule)
	t.text("family", f.Family)
	t.text("category", f.Category)
	t.text("severity", f.Severity)
	t.text("message", f.Message)
	t.text("why", f.Why)
	t.texts("suggestions", f.Suggestions)
	t.span(f.Start, f.End)
	t.number("line", f.Line)
	t.number("column", f.Column)
	t.number("end_line", f.EndLine)
	t.number("end_column", f.EndColumn)
	t.text("excerpt", f.Excerpt)
	t.texts("source_languages", f.SourceLanguages)
	t.text("fingerprint", f.Fingerprint)
	t.related(f.Related)
	t.truth("confirmed", f.Confirmed)
}

func (t *jsonText) related(related []Related) {
	objects(t, "related", related, func(r *Related) {
		t.text("article", r.Article)
		t.span(r.Start, r.End)
		t.text("excerpt", r.Excerpt)
	})
}

func (t *jsonText) span(start, end int) {
	t.number("start", start)
	t.number("end", end)
}
