package article

import "strings"

// isCopyright reports whether a line claims a copyright.
func isCopyright(s string) bool {
	if len(s) > 500 {
		return false
	}
	const claim = "all rights reserved"
	end := s
	for end != "" && (end[len(end)-1] == '.' || end[len(end)-1] == ' ') {
		end = end[:len(end)-1]
	}
	if len(end) >= len(claim) && strings.EqualFold(end[len(end)-len(claim):], claim) {
		return true
	}
	if strings.IndexByte("cC(\xc2", s[0]) < 0 { // what "copyright", "(c)" and "©" begin with
		return false
	}
	lower := strings.ToLower(s[:min(len(s), 60)])
	if strings.HasPrefix(lower, "copyright ") || strings.HasPrefix(lower, "(c) ") {
		rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(lower, "copyright "), "(c) "), "©(c) ")
		return hasYear(rest) || strings.Contains(lower, "©") || strings.Contains(lower, "all rights")
	}
	if strings.HasPrefix(lower, "©") {
		rest := strings.TrimLeft(lower, "© ")
		return hasYear(rest) || strings.HasPrefix(rest, "copyright")
	}
	return false
}

// hasYear reports whether a claim of copyright begins with a year, or with a
// name and a year.
func hasYear(s string) bool {
	n := 0
	for word := range strings.FieldsSeq(s) {
		if len(word) >= 4 && (word[:2] == "19" || word[:2] == "20") && isNumber(word[:4]) {
			return true
		}
		if n++; n > 5 {
			break
		}
	}
	return false
}

// isContact reports whether a line says where to follow or reach the authors.
func isContact(s string, words int) bool {
	if words > 40 || !mayHoldAddress(s) || strings.IndexByte(s, '@') < 0 && !strings.Contains(s, "http") && !strings.Contains(s, "twitter.com") {
		return false
	}
	lower := strings.ToLower(s)
	for _, opening := range []string{"follow ", "email ", "e-mail ", "contact ", "on twitter", "twitter:", "on x:", "reach "} {
		if strings.HasPrefix(lower, opening) {
			return true
		}
	}
	if strings.Contains(lower, "follow him on ") || strings.Contains(lower, "follow her on ") || strings.Contains(lower, "follow them on ") {
		return true
	}
	return strings.Contains(lower, "can be reached") || strings.Contains(lower, "on twitter at")
}

// announcesContact reports whether a line says whom to ask, and no more.
func announcesContact(s string, words int) bool {
	lower := strings.ToLower(s)
	return words <= 4 && (strings.Contains(lower, "contact") || strings.Contains(lower, "enquiries") || strings.Contains(lower, "inquiries"))
}

// isDeskNote reports whether a paragraph in brackets is the outlet speaking of
// itself: of its desk, its staff, its articles.
func isDeskNote(s string) bool {
	if strings.HasPrefix(s, "The post ") && strings.Contains(s, " appeared first on ") {
		return true // what blogs add to their feeds
	}
	if !bracketed(s) {
		return false
	}
	about := 0
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		switch strings.Trim(word, "()[].,;:") {
		case "desk", "article", "articles", "story", "staff", "syndicated", "feed", "headline", "edited", "posted", "updated", "editing", "newsroom", "correspondent", "website", "reporting":
			about++
		}
	}
	return about >= 2
}

// bracketed reports whether a paragraph, of more than a word, stands in brackets.
func bracketed(s string) bool {
	return len(s) >= 8 && (s[0] == '(' || s[0] == '[') && (s[len(s)-1] == ')' || s[len(s)-1] == ']')
}
