package audit

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/klauspost/compress/s2"
)

// storeMagic is the first line of a store; the second is its fingerprint.
const storeMagic = "calque-store/1\n"

// A record waits in calque's memory for at most writeEvery, which kill -9 may
// lose, and in the system's for syncEvery, which a power cut may lose.
const (
	writeEvery = 100 * time.Millisecond
	syncEvery  = 2 * time.Second
)

// A key names what was checked: a hash of all that the result depends on.
type key [16]byte

// headSize is the size of what stands before a record: key, length, checksum.
const headSize = len(key{}) + 4 + 4

// largestRecord bounds what a damaged length can make anybody read.
const largestRecord = 1 << 30

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A store is the results of checking, in a file that only grows. One goroutine
// appends; any number read what was appended before the last flush.
type store struct {
	file  *os.File
	index []entry // what earlier runs left, by hash
	end   int64
	w     *bufio.Writer

	written, synced time.Time
	syncing         sync.WaitGroup
	failed          chan error // of a flush to the disk
}

// An entry leads to a record by the first bytes of its key.
type entry struct {
	hash uint64
	at   int64
}

func (k key) hash() uint64 { return binary.LittleEndian.Uint64(k[:]) }

// openStore opens the store of a fingerprint, or makes it. Whatever is damaged
// at its end is cut off.
func openStore(dir, fingerprint string) (*store, error) {
	path := filepath.Join(dir, "checked-"+fingerprint)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	s := &store{file: f, failed: make(chan error, 1), written: time.Now(), synced: time.Now()}
	if err := s.scan(storeMagic + fingerprint + "\n"); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// scan reads the index of all sound records and cuts off what follows them.
func (s *store) scan(head string) error {
	in := bufio.NewReaderSize(s.file, 1<<20)
	got := make([]byte, len(head))
	n, err := io.ReadFull(in, got)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if string(got[:n]) == head {
		s.end = int64(n)
		if err := s.scanRecords(in); err != nil {
			return err
		}
	}
	if err := s.file.Truncate(s.end); err != nil {
		return err
	}
	if _, err := s.file.Seek(s.end, io.SeekStart); err != nil {
		return err
	}
	s.w = bufio.NewWriterSize(s.file, 1<<18)
	if s.end == 0 {
		s.end = int64(len(head))
		if _, err := s.w.WriteString(head); err != nil {
			return err
		}
	}
	slices.SortFunc(s.index, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at))
	})
	return nil
}

func (s *store) scanRecords(in *bufio.Reader) error {
	var head [headSize]byte
	var body []byte
	for {
		_, err := io.ReadFull(in, head[:])
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return err
		}
		n, ok := bodySize(head[:])
		if !ok {
			return nil
		}
		body = slices.Grow(body[:0], n)[:n]
		_, err = io.ReadFull(in, body)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if checksum(head[:], body) != binary.LittleEndian.Uint32(head[headSize-4:]) {
			return nil
		}
		s.index = append(s.index, entry{key(head[:len(key{})]).hash(), s.end})
		s.end += int64(headSize + n)
	}
}

// bodySize is the length that the head of a record claims for its body; ok is
// false when no record has it. It may not fit into an int.
func bodySize(head []byte) (n int, ok bool) {
	size := binary.LittleEndian.Uint32(head[len(key{}):])
	return int(size), size <= largestRecord
}

// checksum is that of a record: of its key, its length and its body.
func checksum(head, body []byte) uint32 {
	return crc32.Update(crc32.Checksum(head[:headSize-4], castagnoli), castagnoli, body)
}

// find is the place and the content of a record that an earlier run left.
func (s *store) find(k key) (at int64, data []byte, ok bool) {
	i, _ := slices.BinarySearchFunc(s.index, k.hash(), func(e entry, h uint64) int { return cmp.Compare(e.hash, h) })
	for ; i < len(s.index) && s.index[i].hash == k.hash(); i++ {
		got, data, err := s.read(s.index[i].at)
		if err == nil && got == k {
			return s.index[i].at, data, true
		}
	}
	return 0, nil, false
}

// read is the record at a place.
func (s *store) read(at int64) (k key, data []byte, err error) {
	var head [headSize]byte
	if _, err := s.file.ReadAt(head[:], at); err != nil {
		return k, nil, err
	}
	n, ok := bodySize(head[:])
	if !ok {
		return k, nil, errDamaged
	}
	body := make([]byte, n)
	if _, err := s.file.ReadAt(body, at+int64(headSize)); err != nil {
		return k, nil, err
	}
	if checksum(head[:], body) != binary.LittleEndian.Uint32(head[headSize-4:]) {
		return k, nil, errDamaged
	}
	data, err = s2.Decode(nil, body)
	return key(head[:len(key{})]), data, err
}

var errDamaged = errors.New("a record of the store is damaged")

// record makes a record of data: what append takes.
func record(k key, data []byte) []byte {
	out := make([]byte, headSize+s2.MaxEncodedLen(len(data)))
	body := s2.Encode(out[headSize:], data)
	copy(out, k[:])
	binary.LittleEndian.PutUint32(out[len(k):], uint32(len(body)))
	binary.LittleEndian.PutUint32(out[headSize-4:], checksum(out[:headSize], body))
	return out[:headSize+len(body)]
}

// append adds a record and returns its place. It can be read after a flush.
func (s *store) append(record []byte) (at int64, err error) {
	select {
	case err := <-s.failed:
		return 0, err
	default:
	}
	at = s.end
	if _, err := s.w.Write(record); err != nil {
		return 0, err
	}
	s.end += int64(len(record))
	now := time.Now()
	if now.Sub(s.written) > writeEvery {
		s.written = now
		if err := s.w.Flush(); err != nil {
			return 0, err
		}
	}
	if now.Sub(s.synced) > syncEvery {
		s.synced = now
		s.syncing.Wait() // the last flush has had two seconds
		s.syncing.Go(func() {
			if err := s.file.Sync(); err != nil {
				select {
				case s.failed <- err:
				default:
				}
			}
		})
	}
	return at, nil
}

// flush brings all records to the disk.
func (s *store) flush() error {
	if err := s.w.Flush(); err != nil {
		return err
	}
	s.syncing.Wait()
	select {
	case err := <-s.failed:
		return err
	default:
	}
	return s.file.Sync()
}

func (s *store) close() error {
	s.syncing.Wait()
	return s.file.Close()
}

// removeOthers removes the stores of other fingerprints.
func removeOthers(dir, fingerprint string) error {
	names, err := filepath.Glob(filepath.Join(dir, "checked-*"))
	for _, name := range names {
		if filepath.Base(name) != "checked-"+fingerprint && err == nil {
			err = os.Remove(name)
		}
	}
	return err
}
