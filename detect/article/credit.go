package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// agencies send out news and pictures. Those in capitals are read only so.
var agencies = func() map[string]bool {
	set := map[string]bool{}
	for name := range strings.SplitSeq(`AP|AP Photo|AP Images|The Associated Press|Associated Press|AFP|Agence France-Presse|AFP Photo|Reuters|REUTERS|Thomson Reuters|Getty|Getty Images|Getty Images Europe|Getty Images via|GETTY IMAGES|GETTY|EPA|EPA-EFE|EFE|EFE-EPA|PA|PA Wire|PA Images|PA Media|PA Archive|Press Association|UPI|dpa|DPA|dpa-AFX|ANSA|TASS|ITAR-TASS|RIA Novosti|RIA|Interfax|Sputnik|Xinhua|Kyodo|Kyodo News|Yonhap|Jiji|ANI|PTI|IANS|AAP|NTB|TT|Ritzau|Belga|BELGA|ANP|APA|Keystone|KEYSTONE|Lusa|LUSA|PAP|CTK|ČTK|MTI|Agerpres|BTA|Tanjug|Hina|Ukrinform|Anadolu|Anadolu Agency|AA|MAP|SANA|IRNA|WAM|Bernama|Antara|Bloomberg|Bloomberg News|The Canadian Press|Canadian Press|CP|CNN|BBC|ABC News|CBS News|NBC News|Sky News|Shutterstock|REX|Rex|Rex Features|Alamy|Alamy Stock Photo|iStock|iStockphoto|Corbis|WireImage|FilmMagic|NurPhoto|LightRocket|SOPA Images|Sipa|SIPA|Sipa USA|Zuma|ZUMA|ZUMA Press|ZUMA Wire|Imago|IMAGO|imago images|MAXPPP|Abaca|ABACA|Hans Lucas|Gamma-Rapho|Bridgeman Images|Picture Alliance|picture alliance|picture-alliance|Pool|POOL|Handout|HANDOUT|File|FILE|Wikimedia Commons|Wikimedia|Flickr|Unsplash|Pexels|Pixabay|Creative Commons|CC BY|CC BY-SA|NASA|NASA/JPL|Splash News|BACKGRID|Backgrid|Mega|MEGA|Instagram|Facebook|Twitter|YouTube|USA Today Sports|USA TODAY Sports|Action Images|Adobe Stock|Depositphotos|Polaris|Redux|Magnum|Magnum Photos|VII|Contour|Europa Press|Notimex|Agência Brasil|Estadão Conteúdo|Folhapress|LaPresse|Fotogramma|ULLSTEIN BILD|ullstein bild|Scanpix|Lehtikuva|Vida Press`, "|") {
		set[name] = true
	}
	return set
}()

// maxAgency is the length of the longest of them.
var maxAgency = func() int {
	longest := 0
	for name := range agencies {
		longest = max(longest, len(name))
	}
	return longest
}()

// isAgency is a look at agencies for what is mostly too long to be one of them.
func isAgency(name string) bool { return len(name) <= maxAgency && agencies[name] }

// newsAgency reports whether a line is the name of an agency that sends out
// articles.
func newsAgency(s string) bool {
	switch s {
	case "Reuters", "REUTERS", "Thomson Reuters", "AFP", "Agence France-Presse", "AP", "Associated Press", "The Associated Press",
		"dpa", "DPA", "EFE", "ANSA", "TASS", "Interfax", "Xinhua", "Kyodo", "Kyodo News", "Yonhap", "PA Media", "Press Association",
		"UPI", "Bloomberg", "ANI", "PTI", "IANS", "AAP", "The Canadian Press", "Anadolu", "Anadolu Agency", "Sputnik", "RIA Novosti":
		return true
	}
	return false
}

// gluedAgencies are the agencies that stand alone at the end of a caption, or
// glued to it: the shorter the name, the surer it must be.
var gluedAgencies = []string{
	"Getty Images", "Getty", "Reuters", "REUTERS", "AFP", "Associated Press", "AP Photo", "AP", "EPA-EFE", "EPA", "EFE",
	"PA Wire", "PA Media", "Shutterstock", "Bloomberg", "Alamy", "iStock", "Xinhua", "Anadolu", "ANSA", "TASS",
}

// outletWords stand in the names of newspapers and stations.
var outletWords = wordSet(`times post news herald tribune journal guardian daily gazette telegraph observer mail
	independent chronicle press today express mirror standard echo courier monitor bulletin review reporter online
	tv radio weekly evening morning sentinel inquirer examiner globe dispatch register record ledger advertiser
	argus star sun leader enquirer beacon mercury newspaper magazine network channel broadcasting media wire
	zeitung anzeiger nachrichten tagblatt rundschau diario jornal gazeta folha correio corriere giornale gazzetta
	periódico heraldo journal figaro monde libération presse dépêche nouvelles noticias notícias notizie вести
	известия газета новости правда время`)

// isOutlet reports whether a line is the name of a newspaper, a station or a
// site and nothing else.
func isOutlet(text string, words int) bool {
	if words > 5 || len(text) > 60 || strings.ContainsAny(text, "?!,:;\"“”") {
		return false
	}
	if words == 1 {
		lower := strings.ToLower(text)
		for _, domain := range []string{".com", ".net", ".org", ".co.uk", ".fr", ".de", ".es", ".it", ".ru", ".info", ".news", ".tv", ".pt", ".br", ".eu"} {
			if strings.HasSuffix(lower, domain) && len(lower) > len(domain)+1 {
				return true
			}
		}
	}
	named := false
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	if first != "the" && first != "le" && first != "la" && first != "die" && nameJoiners[first] {
		return false // "With Post wire services"
	}
	for word := range strings.FieldsSeq(text) {
		r, _ := utf8.DecodeRuneInString(word)
		lower := strings.ToLower(word)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !nameJoiners[lower] {
			return false
		}
		named = named || outletWords[lower]
	}
	if words == 1 {
		return named && len(text) > 4 && strings.ToUpper(text) != text && outletAlone[strings.ToLower(text)]
	}
	return named
}

// outletAlone are outlet words that name an outlet without another word.
var outletAlone = wordSet(`gazeta folha corriere известия правда`)

// isCredit reports whether a line, or the end of one, names who made a picture
// and nothing else: "Jane Doe/Reuters", "(AP Photo/John Roe)", "Getty Images".
func isCredit(text string) bool {
	text = strings.TrimSuffix(unbracket(text), ".")
	if len(text) > 90 || text == "" {
		return false
	}
	if isAgency(text) {
		return true
	}
	if r, n := utf8.DecodeRuneInString(text); r == '©' {
		return len(text) > n && !strings.Contains(text, "20") && countWords(text) <= 8
	}
	cut := lastIndex(text, "/")
	for _, sep := range []string{" via ", " | ", " - ", " – ", ", "} {
		if i := lastIndex(text, sep); i > cut {
			cut = i
		}
	}
	if cut <= 0 {
		return false
	}
	who := strings.TrimSpace(text[:cut])
	agency := strings.TrimLeft(text[cut:], "/ |–-,")
	agency = strings.TrimPrefix(agency, "via ")
	if isAgency(agency) || pictureAgency(agency) {
		return namesOnly(who, 6, true) || isCredit(who)
	}
	return text[cut] == '/' && isAgency(who) && namesOnly(agency, 5, true)
}

// pictureAgency knows the agencies that add to their names.
func pictureAgency(s string) bool {
	return strings.HasSuffix(s, "Getty Images") || strings.HasPrefix(s, "AP ") && len(s) < 12 || strings.HasSuffix(s, "Images") && countWords(s) <= 3
}

// creditAtEnd is the length of the credit at the end of a caption, 0 when
// there is none: after a full stop or a bracket, after a slash, or glued to the
// last word.
func creditAtEnd(text string) int {
	end := len(text)
	if end < 5 || end > 600 {
		return 0
	}
	last := text[end-1]
	if last == ')' {
		open := strings.LastIndexByte(text, '(')
		if open > 0 && isCredit(text[open:]) && (strings.Contains(text[open:], "/") || strings.Contains(text[open:], "Photo") || strings.Contains(text[open:], "Images")) {
			return end - open
		}
		return 0
	}
	tail := max(0, end-40) // no name of an agency is longer
	if i := tail + strings.LastIndexByte(text[tail:], '/'); i >= tail && i > 0 && end-i < 40 && agencies[strings.TrimSuffix(text[i+1:], ".")] {
		// The name before the slash is as much of it as is capitalised.
		from := i
		for {
			j := strings.LastIndexByte(text[:from], ' ')
			r, _ := utf8.DecodeRuneInString(text[j+1:])
			if !unicode.IsUpper(r) || i-j > 40 || j < 0 {
				break
			}
			from = j
			if j > 0 && strings.IndexByte(".|)", text[j-1]) >= 0 {
				break
			}
		}
		if from < i {
			return end - from
		}
	}
	if !agencyLetter(last) {
		return 0
	}
	for _, name := range gluedAgencies {
		if !strings.HasSuffix(text, name) || len(text) == len(name) {
			continue
		}
		switch before, _ := utf8.DecodeLastRuneInString(text[:end-len(name)]); {
		case unicode.IsLower(before), strings.ContainsRune(".)”’\"|", before):
			return len(name)
		}
	}
	return 0
}

// agencyLetter is a cheap first test: a name in gluedAgencies ends with it.
func agencyLetter(c byte) bool { return strings.IndexByte("sySPAEokguSO", c) >= 0 }
