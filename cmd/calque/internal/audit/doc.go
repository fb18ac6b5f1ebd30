// Package audit checks corpora of any size: what `calque audit` runs.
//
//	input ─ read, check ─▶ store, sketches ─ group ─▶ stories ─ compare, score ─▶ files
//
// A run goes through its input once. Each article that is read becomes a record
// of the store and a sketch (check.go); when all are known, their sketches are
// grouped; the tellings of a story are taken from the store and compared
// (stories.go); and in the end every article is ranked and written, in input
// order (write.go). All of these are done for many articles at a time, by
// functions that other programs can call as well (packages detect and reports);
// what becomes of them is put in order again, so that the files are the same
// bytes however many there are at a time. The queues between the stages are
// short: memory holds the articles in hand, and for each article of the corpus
// what Grouping says, an id's hash and two places in files.
//
// # The store
//
// The store (store.go) keeps what was found in each article by itself, for the
// next run: one that goes on after an interruption, or one over a corpus that has
// grown. It is a file to which records are only ever appended, each with a
// checksum. Nothing that was written before is ever touched, so kill -9, a full
// disk or a power cut can only harm its end, and the end is cut off where the
// first checksum is wrong. (A B-tree that updates pages in place, as in bbolt or
// SQLite, survives the same with a journal or shadow pages, but writes each
// article several times and in random order; nothing here needs to be found
// before the run has read it again.) The file is flushed to the disk every two
// seconds, so that is what can be lost.
//
// A record's key is a hash of the article's content and of where its parts stood,
// but not of its path, record number, id or the lines above it: those are known
// when the article has been read again. The store's name holds a fingerprint of
// calque's version, the rules and the settings that what is found depends on. A
// run that ends well removes the stores of other settings.
package audit
