package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// notPlaces are words in capitals before a dash or colon that are no place.
var notPlaces = wordSet(`NATO UNESCO UNICEF NASA OPEC FIFA UEFA ASEAN COVID COVID-19 AIDS BREXIT BREAKING EXCLUSIVE
	UPDATE UPDATED WATCH ANALYSIS OPINION REVIEW CORRECTION NOTE EDITORIAL FEATURE INTERVIEW VIDEO LIVE LATEST
	READ MORE FILE PHOTO PHOTOS NEWS SPORT WARNING SPOILER UNHCR INTERPOL FBI CIA BBC CNN IBM NOTICE FACTBOX
	SUMMARY PLOT SCENE BACKGROUND CONTEXT CONCLUSION INTRODUCTION RESULT RESULTS FACT FACTS
	MYTH TRUE FALSE VERDICT CLAIM SOURCE SOURCES TITLE TEXT EXPLAINER TIMELINE PROFILE COMMENT COMMENTARY QUESTION ANSWER`)

// dashSpace are the marks that part a dateline from the story, with the spaces around them.
const dashSpace = " -–—"

// cutDateline finds the dateline at the beginning of an article's first
// paragraph: its length with the dash and the space after it, what it says, and
// the agency that it names.
func cutDateline(text string) (n int, dateline, agency string) {
	limit := text[:min(len(text), 90)]
	for _, dash := range []string{" — ", " – ", " -- ", " - ", "—", " --", " _ ", ")--", ") ", ": "} {
		mark := dash[0]
		if mark == ' ' {
			mark = dash[1]
		}
		if strings.IndexByte(limit, mark) < 0 {
			continue
		}
		i := strings.Index(limit, dash)
		if i <= 0 || i+len(dash) >= len(text) {
			continue
		}
		head := limit[:i]
		if dash[0] == ')' {
			head = limit[:i+1]
		}
		agency, ok := readDateline(head, dash)
		if !ok {
			continue
		}
		n = i + len(dash)
		rest := strings.TrimLeft(text[n:], dashSpace)
		n = len(text) - len(rest)
		if m := cutDate(rest); m > 0 {
			return n + m, strings.TrimRight(text[:n+m], dashSpace), agency
		}
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !opensQuotation(rest) {
			return 0, "", ""
		}
		return n, head, agency
	}
	return 0, "", ""
}

// cutDate is the length of a date that a dash parts from the place before it and
// from the story, with the dash and the space after it: VALE, Ohio – June 3 – The
// mayor said. It is 0 where none stands.
func cutDate(text string) int {
	date := text[:min(len(text), 30)]
	end := strings.IndexAny(date, "-–—")
	if end < 0 {
		return 0
	}
	rest := strings.TrimLeft(text[end:], dashSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	date = strings.TrimSpace(strings.ReplaceAll(strings.Trim(date[:end], " ()"), ",", " "))
	if len(rest) == len(text[end:]) || !unicode.IsUpper(r) && !opensQuotation(rest) || !hasDigit(date) || !dateOnly(date) {
		return 0
	}
	return len(text) - len(rest)
}

func readDateline(head, dash string) (agency string, ok bool) {
	place := head
	if i := strings.LastIndexByte(head, '('); i >= 0 && strings.HasSuffix(head, ")") {
		agency = strings.Trim(head[i:], "()")
		place = strings.TrimRight(head[:i], " -")
		if countWords(agency) > 4 || !namesOnly(agency, 4, false) && !agencies[agency] {
			return "", false
		}
	} else if dash == ") " {
		return "", false
	}
	known := agencies[agency]
	if place == "" {
		return agency, known && dash != ": "
	}
	capitals := false
	for i, part := range strings.FieldsFunc(place, func(r rune) bool { return r == ',' || r == '/' }) {
		part = strings.TrimSpace(part)
		if !namesOnly(part, 4, true) && !(i > 0 && dateOnly(part)) {
			return "", false
		}
		if i == 0 {
			capitals = isUpperCase(part) && len(part) >= 4 && !notPlaces[part]
			for w := range strings.FieldsSeq(part) {
				capitals = capitals && !notPlaces[w]
			}
		}
	}
	if dash == ": " || dash == ") " {
		return agency, capitals && (agency == "" && dash == ": " && !strings.Contains(place, "/") || known) && countWords(place) <= 3
	}
	return agency, countWords(place) <= 8 && (capitals || known)
}

func dateOnly(s string) bool {
	for word := range strings.FieldsSeq(s) {
		w := strings.ToLower(strings.Trim(word, "."))
		if _, month := monthNames[w]; !month && !isNumber(w) && !weekdays[w] {
			return false
		}
	}
	return true
}

func isUpperCase(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

// isDateline reports whether a line is nothing but a dateline.
func isDateline(text string, words int) bool {
	head := strings.TrimRight(text, dashSpace+"_")
	if words > 8 || len(head) == len(text) || head == "" {
		return false
	}
	_, ok := readDateline(head, " - ")
	return ok
}
