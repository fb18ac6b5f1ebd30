package article

import (
	"strings"

	"golang.org/x/net/html"
)

// A pageHead is what a page says of itself, beside what a reader sees.
type pageHead struct {
	title       passage // of the window
	headline    string  // as told to other sites
	description string
	site        string
	author      string
	published   string
	url         string
	language    string
	generator   string
	widget      string // the mark of a translation widget
	translators []string
	alternates  []string   // languages in which the page says it can be had
	data        []passage  // scripts with linked data
	state       []passage  // scripts with what a program in the page would show
	article     jsonObject // schema.org's description of the article
	body        passage    // its text there
}

func (h *pageHead) addTitle(in passage, from, to int) {
	if strings.TrimSpace(h.title.text) == "" {
		var b passageBuilder
		b.addUnescaped(in, from, min(to, from+maxTitle))
		h.title = foldSpace(b.passage())
	}
}

// A dataKind says what a script element holds that is not a program.
type dataKind uint8

const (
	noData     dataKind = iota
	linkedData          // schema.org's description of the page
	stateData           // what a program in the page would show
)

func dataOf(attrs []html.Attribute) dataKind {
	for _, a := range attrs {
		if a.Key == "type" {
			switch kind := strings.ToLower(a.Val); {
			case strings.Contains(kind, "ld+json"):
				return linkedData
			case kind == "application/json":
				return stateData
			}
		}
	}
	return noData
}

func (h *pageHead) takeElement(name string, attrs []html.Attribute) {
	get := func(key string) string {
		for _, a := range attrs {
			if a.Key == key {
				return strings.TrimSpace(a.Val)
			}
		}
		return ""
	}
	switch name {
	case "html", "body":
		set(&h.language, get("lang"), get("xml:lang"))
		for class := range strings.FieldsSeq(get("class")) {
			if class == "translated-ltr" || class == "translated-rtl" {
				h.widget = `class="` + class + `"`
			}
		}
	case "font":
		if h.widget == "" && strings.ReplaceAll(strings.ToLower(get("style")), " ", "") == "vertical-align:inherit;" {
			h.widget = `<font style="vertical-align: inherit;">`
		}
	case "link":
		switch rel := strings.ToLower(get("rel")); {
		case rel == "canonical":
			set(&h.url, get("href"))
		case rel == "alternate" && get("hreflang") != "" && len(h.alternates) < 100:
			h.alternates = append(h.alternates, get("hreflang"))
		}
	case "meta":
		h.takeMeta(strings.ToLower(get("property")+" "+get("name")+" "+get("itemprop")+" "+get("http-equiv")), get("content"))
	}
}

func (h *pageHead) takeMeta(names, content string) {
	for name := range strings.FieldsSeq(names) {
		switch name {
		case "og:title", "twitter:title", "headline", "dc.title", "sailthru.title":
			set(&h.headline, content)
		case "og:description", "description", "twitter:description":
			set(&h.description, content)
		case "og:site_name", "application-name", "dc.publisher":
			set(&h.site, content)
		case "author", "article:author_name", "dc.creator", "byl", "parsely-author", "sailthru.author":
			set(&h.author, content)
		case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date", "sailthru.date", "article.published":
			set(&h.published, content)
		case "og:url":
			set(&h.url, content)
		case "og:locale", "content-language", "language":
			set(&h.language, strings.ReplaceAll(content, "_", "-"))
		case "generator":
			if mentionsTranslation(content) || mentionsPlugin(content) {
				set(&h.generator, content)
			}
		case "translator", "dc.contributor.translator", "article:translator":
			h.translators = append(h.translators, content)
		}
	}
}

// mentionsPlugin reports whether a generator is a plugin for sites in several
// languages that its names do not say it is.
func mentionsPlugin(generator string) bool {
	generator = strings.ToLower(generator)
	for _, name := range []string{"wpml", "polylang", "weglot", "localizejs", "bablic", "smartling", "lokalise"} {
		if strings.Contains(generator, name) {
			return true
		}
	}
	return false
}

const (
	maxTitle     = 600     // bytes of a headline
	maxData      = 4 << 20 // bytes of one script with linked data
	maxDataDepth = 6       // objects inside each other that are searched for the article
)

// readData finds the description of the article in the linked data.
func (h *pageHead) readData() {
	for _, data := range h.data {
		text := strings.TrimSpace(data.text)
		if len(text) == 0 || len(text) > maxData {
			continue
		}
		value, err := parseJSON(text)
		if err != nil {
			continue
		}
		if found := findArticle(value, maxDataDepth); found != nil {
			h.article = found
			h.body = found.first("articleBody")
			before := data.at(strings.Index(data.text, text)) // a script's text stands in the page as it is
			for i := range h.body.runs {
				h.body.runs[i].input += before
			}
			return
		}
	}
}

func findArticle(v jsonValue, depth int) jsonObject {
	if depth == 0 {
		return nil
	}
	switch v.kind() {
	case '[':
		for element := range v.elements() {
			if found := findArticle(element, depth-1); found != nil {
				return found
			}
		}
	case '{':
		o := v.object()
		if isArticleType(o.get("@type")) {
			return o
		}
		for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if found := findArticle(o.get(name), depth-1); found != nil {
				return found
			}
		}
	}
	return nil
}

func isArticleType(v jsonValue) bool {
	if v.kind() == '[' {
		for element := range v.elements() {
			if isArticleType(element) {
				return true
			}
		}
		return false
	}
	kind := v.passage().text
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report"
}

// names are the names of people or organisations: a string, an object, or a
// list of those.
func (v jsonValue) names() string {
	names := ""
	switch v.kind() {
	case '[':
		for element := range v.elements() {
			names = joinNames(names, element.names())
		}
	case '{':
		names = v.object().text("name")
	case '"':
		names = strings.TrimSpace(v.passage().text)
	}
	return names
}

// envelope takes what the page says of the article into the extract.
func (h *pageHead) envelope(e *extract) {
	o := h.article
	set(&e.Publisher, o.get("publisher").names(), h.site)
	set(&e.Published, o.text("datePublished", "dateCreated"), h.published)
	author := h.author
	if strings.HasPrefix(author, "http") {
		author = ""
	}
	set(&e.Byline, o.get("author").names(), author)
	set(&e.URL, h.url, o.text("url"))
	set(&e.Language, o.text("inLanguage"), h.language)
	e.declare(DeclaredTranslator, o.get("translator").names())
	for _, name := range h.translators {
		e.declare(DeclaredTranslator, name)
	}
	if original := o.get("translationOfWork"); original.kind() != 0 {
		work := original.object()
		text := work.text("inLanguage") + " " + work.text("headline", "name", "url", "@id")
		if original.kind() == '"' {
			text = original.passage().text
		}
		e.declare(DeclaredOriginal, text)
	}
	e.declareSourceType(o.text("digitalSourceType"))
	e.declare(DeclaredWidget, h.widget)
	e.declare(DeclaredGenerator, h.generator)
	for _, language := range h.alternates {
		if strings.EqualFold(language, "x-default") || sameLanguage(language, "en") {
			continue
		}
		e.declare(DeclaredAlternate, language)
	}
}

// sameLanguage reports whether two tags name one language, regions apart.
func sameLanguage(a, b string) bool {
	a, _, _ = strings.Cut(strings.ToLower(a), "-")
	b, _, _ = strings.Cut(strings.ToLower(b), "-")
	return a == b
}
