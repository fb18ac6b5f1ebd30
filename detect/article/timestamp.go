package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// monthNames are names of months as they stand in dates, by language; a "." after
// a short form does not matter.
var monthNames = func() map[string]time.Month {
	set := map[string]time.Month{}
	for _, year := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec", "- - - - - - - - sept - - -",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"janv févr - avr - - juil - - - - déc",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"ene - - abr - - - ago - - - dic",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"jänner - mär - - - - - - okt - dez",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"gen - - - mag giu lug - set ott - -",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"- fev - - - - - - - out - -",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"januari februari mars april maj juni juli augusti september oktober november december",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	} {
		for i, name := range strings.Fields(year) {
			if name != "-" {
				set[name] = time.Month(i + 1)
			}
		}
	}
	return set
}()

var weekdays = wordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
	sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
	domingo montag dienstag mittwoch donnerstag freitag samstag sonntag lunedì martedì mercoledì giovedì venerdì
	sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira понедельник вторник среда
	четверг пятница суббота воскресенье maandag dinsdag woensdag donderdag vrijdag zaterdag zondag today yesterday`)

// timeLabels say that a line is a timestamp.
var timeLabels = wordSet(`published updated posted modified created edited last-updated ago publié modifié mis
	actualisé posté publicado publicada actualizado actualizada actualización veröffentlicht aktualisiert erstellt
	pubblicato aggiornato aggiornamento atualizado atualizada publicação опубликовано обновлено назад gepubliceerd
	bijgewerkt opublikowano aktualizacja publicerad uppdaterad issued filed revised`)

// timeFillers stand in timestamps besides dates, clocks and labels.
var timeFillers = wordSet(`on at last first date time the of and in local original originally by is was read min mins
	minute minutes hour hours hr hrs h day days week weeks month months year years second seconds am pm a.m p.m
	noon midnight o'clock uhr le à la il y a jour de del el las los hace um am vor stunden minuten den il alle
	ore do da às em há horas horas minutos heures minutes jours em at в г года час часа часов минут мин msk
	edition utc gmt z est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest ist jst aest aedt wib
	heure paris eastern central pacific standard daylight - – — | · • / & + kl klo om op dnia godz tarihi saat`)

// zoneOffsets are the offsets in hours of abbreviations that mean one thing only.
var zoneOffsets = map[string]int{
	"utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cdt": -5, "mdt": -6, "pst": -8, "pdt": -7,
	"cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "aest": 10, "aedt": 11,
}

// stampWords are all these words, so that each is looked up once.
var stampWords = func() map[string]stampWord {
	all := map[string]stampWord{}
	note := func(words map[string]bool, mark func(*stampWord)) {
		for w := range words {
			known := all[w]
			mark(&known)
			all[w] = known
		}
	}
	note(weekdays, func(w *stampWord) { w.weekday = true })
	note(timeLabels, func(w *stampWord) { w.label = true })
	note(timeFillers, func(w *stampWord) { w.filler = true })
	note(dayFirstWords, func(w *stampWord) { w.dayFirst = true })
	note(map[string]bool{"|": true}, func(w *stampWord) { w.label = true })
	for name, month := range monthNames {
		known := all[name]
		known.month = month
		all[name] = known
	}
	return all
}()

// A stampWord is what a word may be in a timestamp.
type stampWord struct {
	month                            time.Month // 0 for none
	weekday, label, filler, dayFirst bool
}

// A stamp is what a line says about a time.
type stamp struct {
	sure             bool // the line is nothing but a timestamp, wherever it stands
	labelled         bool // it says "published" or the like
	updated          bool
	year, month, day int
	hour, min, sec   int // hour is -1 when there is none
	offset           int // seconds
	zone             bool
	ambiguous        bool // 3/4/2021 is two days
	either           [2]int
	dayFirst         bool // in words of a language whose people write the day first
}

// dayFirstWords stand in timestamps of languages in which 3/4/2021 is in April.
var dayFirstWords = wordSet(`às em à le du de del la las los il alle ore uhr um klo kl om publicado publicada publié
	publiée actualizado actualizada atualizado atualizada atualização última mis jour modifié veröffentlicht
	aktualisiert pubblicato aggiornato aggiornamento gepubliceerd bijgewerkt opublikowano aktualizacja publicerad
	uppdaterad опубликовано обновлено в horas heures`)

// readStamp reads a line that is a timestamp and nothing else.
func readStamp(text string, words int) (stamp, bool) {
	s := stamp{hour: -1}
	if len(text) > 160 || words > 20 || !stampsOpen(text) || !hasDigit(text) {
		return s, false
	}
	if !s.read(text, true) {
		return s, false
	}
	// "At 23:59 on April 21st." is a sentence, "Sunday 15 May:" a heading.
	last := text[strings.LastIndexByte(text, ' ')+1:]
	if !s.labelled && (strings.HasSuffix(last, ":") || strings.HasSuffix(last, ".") && !strings.HasSuffix(last, "m.")) {
		return s, false
	}
	return s, true
}

// stampsOpen reports whether the words of ASCII letters with which a line opens
// stand in timestamps: nearly always there are others soon.
func stampsOpen(text string) bool {
	for {
		n := 0
		for n < len(text) && n < lexLen && (text[n]|0x20)-'a' < 26 {
			n++
		}
		if n == 0 || n >= len(text) || text[n] != ' ' {
			return true // who knows
		}
		if o := openings().find(keyAt(text, 0, n)); o == nil || o.sorts&opensStamp == 0 {
			return false
		}
		text = text[n+1:]
	}
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i]-'0' < 10 {
			return true
		}
		if s[i] >= 0xc0 && s[i] != 0xe2 { // no digit begins with what dashes and quotation marks begin with
			return strings.IndexFunc(s[i:], unicode.IsDigit) >= 0
		}
	}
	return false
}

// startsWithStamp reports whether a short line begins with a date and holds a
// clock, whatever else it says: "21.07.2021, 14:20 Incidents".
func startsWithStamp(text string, words int) bool {
	if words > 6 || text[0] < '0' || text[0] > '9' {
		return false
	}
	s := findStamp(text)
	return s.hour >= 0 && (s.ambiguous || s.day > 0 && s.month > 0)
}

// findStamp reads the date in a line that holds other things too.
func findStamp(text string) stamp {
	s := stamp{hour: -1}
	s.read(text, false)
	return s
}

// read takes in the words of a line; when strict, every word must belong to
// the vocabulary of timestamps.
func (s *stamp) read(text string, strict bool) bool {
	var numbers []int // which could be days
	dated, monthName, weekday := false, false, false
	label := false
	into := s
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' || r == ';' }) {
		word := strings.ToLower(strings.Trim(field, ".:"))
		known := stampWords[word]
		if known.dayFirst || frenchClock(word) {
			s.dayFirst = true
		}
		switch {
		case word == "":
		case into.date(word):
			dated = true
		case into.clock(word):
		case known.month > 0:
			into.month, monthName = int(known.month), true
		case known.weekday:
			weekday = true
		case known.label:
			label = label || word != "|"
			if into == s && (s.year > 0 || dated) {
				s.setDay(numbers)
				into = &stamp{hour: -1} // a second time, which is not the answer
			}
			into.updated = into.updated || isUpdate(word)
		case word == "am" || word == "a.m" || word == "pm" || word == "p.m":
			into.half(word[0] == 'p', &numbers)
		case into.zoneWord(word):
		case isNumber(word):
			n, _ := strconv.Atoi(strings.TrimRight(word, "stndrhmº°e"))
			if n >= 1900 && n < 2100 && len(word) == 4 {
				into.year = n
			} else {
				numbers = append(numbers, n)
			}
		case known.filler:
		case strict:
			return false
		}
	}
	s.setDay(numbers)
	if s.ambiguous && s.dayFirst && s.year > 0 {
		s.ambiguous, s.day, s.month = false, s.either[0], s.either[1]
	}
	s.labelled = label
	clock := s.hour >= 0
	s.sure = label || clock && (dated || monthName || weekday) || dated
	return s.sure || clock || monthName && (s.day > 0 || s.year > 0)
}

// setDay takes the day of a date with a month's name from the numbers seen.
func (s *stamp) setDay(numbers []int) {
	if s.month > 0 && s.day == 0 && len(numbers) > 0 && numbers[0] <= 31 {
		s.day = numbers[0]
	}
}

// frenchClock reports whether a word is a clock such as 10h32.
func frenchClock(word string) bool {
	hour, minute, ok := strings.Cut(word, "h")
	return ok && len(hour) > 0 && len(hour) <= 2 && len(minute) == 2 && isNumber(hour) && isNumber(minute)
}

func isUpdate(word string) bool {
	for _, stem := range []string{"updat", "modif", "aktual", "actual", "aggiorn", "atualiz", "mis", "обнов", "bijgew"} {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

func isNumber(word string) bool {
	digits := 0
	for digits < len(word) && word[digits] >= '0' && word[digits] <= '9' {
		digits++
	}
	switch word[digits:] {
	case "", "st", "nd", "rd", "th", "er", "º", "°", "m", "h", "d":
		return digits > 0 && digits <= 4
	}
	return false
}

// date reads 2021-03-04, 4.3.2021, 3/14/2021 and 2021-03-04T05:06:07Z.
func (s *stamp) date(word string) bool {
	if len(word) < 6 || len(word) > 32 || word[0] < '0' || word[0] > '9' {
		return false
	}
	if day, clock, ok := strings.Cut(word, "t"); ok && len(day) == 10 {
		t, err := time.Parse(time.RFC3339, strings.ToUpper(word))
		if err != nil {
			return s.date(day) && s.clock(strings.TrimSuffix(clock, "z"))
		}
		s.year, s.month, s.day = t.Year(), int(t.Month()), t.Day()
		s.hour, s.min, s.sec = t.Hour(), t.Minute(), t.Second()
		_, s.offset = t.Zone()
		s.zone = true
		return true
	}
	i := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if i < 0 {
		return false
	}
	sep := word[i]
	if sep != '/' && sep != '.' && sep != '-' {
		return false
	}
	parts := strings.Split(word, string(sep))
	if len(parts) != 3 {
		return false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || len(p) > 4 {
			return false
		}
		n[i] = v
	}
	switch {
	case len(parts[0]) == 4:
		s.year, s.month, s.day = n[0], n[1], n[2]
	case len(parts[2]) != 4:
		s.ambiguous = true
	case sep == '.' || n[0] > 12: // dots stand in dates of countries that write the day first
		s.day, s.month, s.year = n[0], n[1], n[2]
	case n[1] > 12 || n[0] == n[1]:
		s.month, s.day, s.year = n[0], n[1], n[2]
	default:
		s.ambiguous = true
		s.year, s.either = n[2], [2]int{n[0], n[1]}
	}
	return s.ambiguous || s.month >= 1 && s.month <= 12 && s.day >= 1 && s.day <= 31
}

// clock reads 18:06, 18:06:17, 6:06pm, 18.06, 18h06, 18:06z.
func (s *stamp) clock(word string) bool {
	pm, am := strings.HasSuffix(word, "pm"), strings.HasSuffix(word, "am")
	if pm || am {
		word = word[:len(word)-2]
	}
	if z := strings.TrimSuffix(word, "z"); z != word {
		word, s.zone = z, true
	}
	if len(word) < 1 || word[0] < '0' || word[0] > '9' {
		return false
	}
	word = strings.Replace(word, "h", ":", 1)
	if i := strings.IndexByte(word, '.'); i > 0 && i == len(word)-3 {
		word = word[:i] + ":" + word[i+1:]
	}
	parts := strings.Split(strings.TrimSuffix(word, ":"), ":")
	if len(parts) == 1 && (!pm && !am) && !strings.HasSuffix(word, ":") || len(parts) > 3 {
		return false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || len(p) > 2 || v > 60 {
			return false
		}
		n[i] = v
	}
	if n[0] > 23 || n[1] > 59 {
		return false
	}
	if s.hour < 0 {
		s.hour, s.min, s.sec = n[0], n[1], min(n[2], 59)
	}
	if pm || am {
		var none []int
		s.half(pm, &none)
	}
	return true
}

// half takes in "a.m." or "p.m." after a clock, or after a bare hour.
func (s *stamp) half(pm bool, numbers *[]int) {
	if s.hour < 0 && len(*numbers) > 0 {
		last := len(*numbers) - 1
		if (*numbers)[last] > 12 {
			return
		}
		s.hour = (*numbers)[last]
		*numbers = (*numbers)[:last]
	}
	switch {
	case pm && s.hour >= 1 && s.hour < 12:
		s.hour += 12
	case !pm && s.hour == 12:
		s.hour = 0
	}
}

// zoneWord reads "EDT", "UTC+2", "+02:00".
func (s *stamp) zoneWord(word string) bool {
	name := word
	sign := strings.IndexAny(word, "+−-")
	if sign >= 0 {
		name = word[:sign]
	}
	hours, known := zoneOffsets[name]
	if sign >= 0 && (known && hours == 0 || name == "") {
		rest := strings.ReplaceAll(strings.TrimLeft(word[sign:], "+−-"), ":", "")
		v, err := strconv.Atoi(rest)
		if err != nil || len(rest) > 4 {
			return false
		}
		if len(rest) <= 2 {
			v *= 100
		}
		s.offset, s.zone = (v/100*60+v%100)*60, true
		if word[sign] != '+' {
			s.offset = -s.offset
		}
		return true
	}
	if known && sign < 0 {
		s.offset, s.zone = hours*3600, true
	}
	return known && sign < 0
}

// minYear is the first year in which an article can have been published.
const minYear = 1800

// rfc3339 is the time as far as it was said without a doubt: a date and a time
// when the zone is known, else the date alone.
func (s *stamp) rfc3339() (string, bool) {
	if s.ambiguous || s.year < minYear || s.month == 0 || s.day == 0 {
		return "", false
	}
	t := time.Date(s.year, time.Month(s.month), s.day, max(s.hour, 0), s.min, s.sec, 0, time.FixedZone("", s.offset))
	if t.Day() != s.day {
		return "", false
	}
	if s.hour < 0 || !s.zone {
		return fmt.Sprintf("%04d-%02d-%02d", s.year, s.month, s.day), true
	}
	return t.Format(time.RFC3339), true
}
