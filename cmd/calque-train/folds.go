package main

// folds is the number of parts that are held out in turn.
const folds = 6

// foldOf deals the rows into parts so that what is held out is unseen in every
// way that matters: a native article's publisher and year, and a translation's
// year together with its language, never stand in the part learned from. Czech,
// Hebrew and the translations of large language models are held out whole.
func foldOf(r row) int {
	switch r.source() {
	case "bbc":
		return 0
	case "abc2006":
		return 1
	case "us2016":
		return 2
	case "pages":
		return 3
	case "basil":
		return 4
	case "llm2024":
		return 5
	case "htmt":
		switch r.Year {
		case "wmt15", "wmt16":
			return 3
		case "wmt17", "wmt18":
			return 4
		}
		return 2
	}
	switch r.Year + " " + r.SourceLanguage {
	case "wmt22 ja", "wmt22 uk", "wmt23 zh":
		return 0
	case "wmt23 he", "wmt23 de":
		return 1
	case "wmt22 de", "wmt23 uk":
		return 2
	case "wmt22 cs", "wmt23 ru":
		return 3
	case "wmt22 ru", "wmt23 ja":
		return 4
	case "wmt22 zh", "wmt22 en", "wmt22 liv":
		return 5
	}
	// Other data: by what they were translated from in which year.
	return int(hash(r.Year+" "+r.SourceLanguage) % folds)
}

// split parts the documents into those of a fold and the others.
func split(docs []document, fold int) (in, out []document) {
	for _, d := range docs {
		if foldOf(d.row) == fold {
			in = append(in, d)
		} else {
			out = append(out, d)
		}
	}
	return in, out
}
