package article

import (
	"strings"
	"unicode/utf8"
)

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
		Caption:    "caption captions cutline photocaption imagecaption",
		Credit:     "credit credits photocredit",
		BylineLine: "byline bylines submitted author authors authorbox bio contributor contributors",
		Timestamp:  "meta timestamp dateline pubdate datestamp published date datetime",
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
var modifiers = wordSet("no has with without not is before after w post2 enable enabled disable disabled open closed single")

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

// fitness is how much more the prose in an element counts for what the element is
// and for the names of its classes.
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

// maxNameWords is the number of words of a class or id up to which it says
// what an element is for; longer ones are made of titles.
const maxNameWords = 4

// classWords puts the words of classes or ids apart: "articleBody wp-caption"
// becomes " article body , wp caption ,".
func classWords(s string) string {
	b := make([]byte, 0, len(s)+8)
	for name := range strings.FieldsSeq(s) {
		start, count := len(b), 0
		b = append(b, ' ')
		for i := range len(name) {
			c := name[i]
			upper := c >= 'A' && c <= 'Z'
			if !upper && (c < 'a' || c > 'z') && c < utf8.RuneSelf {
				if b[len(b)-1] != ' ' {
					b = append(b, ' ')
				}
				continue
			}
			if upper && i > 0 && name[i-1] >= 'a' && name[i-1] <= 'z' {
				b = append(b, ' ')
			}
			if b[len(b)-1] == ' ' {
				count++
			}
			if upper {
				c |= 0x20
			}
			b = append(b, c)
		}
		if count > maxNameWords || count == 0 {
			b = b[:start]
			continue
		}
		if b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
		b = append(b, ',')
	}
	return string(b)
}
