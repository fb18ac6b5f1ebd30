package audit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"github.com/calque-check/calque/reports"
)

// storeDir is where an audit's directory keeps what is not for readers.
const storeDir = ".calque-store"

// A state says how far the audit of a directory has come.
type state struct {
	Unfinished  bool     `json:"unfinished"`
	Fingerprint string   `json:"fingerprint"`
	Paths       []string `json:"paths"`
}

// ErrUnfinished says that an earlier audit of the directory was interrupted,
// and nobody said what is to be done about it.
var ErrUnfinished = errors.New("it holds an audit that was interrupted: --resume goes on with it, --fresh begins anew")

// ErrOther says that the directory is used for something else.
var ErrOther = errors.New("it is not empty and holds no audit: name an empty directory or one that does not exist yet")

// ErrBusy says that another audit is using the directory.
var ErrBusy = errors.New("another audit is writing there")

// A home is the directory of an audit, locked against other runs.
type home struct {
	store, temp string
	lock        *flock.Flock
	before      state // what the last run left; zero when there was none
}

// open locks the directory of a run, which is made where it does not exist.
func open(dir string, resume, fresh bool) (*home, error) {
	h := &home{store: filepath.Join(dir, storeDir)}
	h.temp = filepath.Join(h.store, "run")
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if _, err := os.Stat(h.store); len(entries) > 0 && err != nil {
		// An audit may have lost its store: it is hidden, and as large as the rest.
		if _, err := reports.OpenAudit(dir); err != nil {
			return nil, fmt.Errorf("%s: %w", dir, ErrOther)
		}
	}
	if err := os.MkdirAll(h.store, 0o755); err != nil {
		return nil, err
	}
	h.lock = flock.New(filepath.Join(h.store, "lock"))
	locked, err := h.lock.TryLock()
	if err != nil {
		return nil, err
	}
	if !locked {
		return nil, fmt.Errorf("%s: %w", dir, ErrBusy)
	}
	if raw, err := os.ReadFile(h.statePath()); err == nil {
		// A damaged state is that of a run that was cut off.
		if json.Unmarshal(raw, &h.before) != nil {
			h.before = state{Unfinished: true}
		}
	}
	if h.before.Unfinished && !resume && !fresh {
		h.close()
		return nil, fmt.Errorf("%s: %w", dir, ErrUnfinished)
	}
	if fresh {
		if err := removeOthers(h.store, ""); err != nil {
			h.close()
			return nil, err
		}
		h.before = state{}
	}
	if err = os.RemoveAll(h.temp); err == nil {
		err = os.Mkdir(h.temp, 0o755)
	}
	if err != nil {
		h.close()
		return nil, err
	}
	return h, nil
}

func (h *home) statePath() string { return filepath.Join(h.store, "state.json") }

// write writes down how far the run has come. It lasts through a power cut.
func (h *home) write(s state) error {
	raw, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	temp := h.statePath() + ".new"
	if err := os.WriteFile(temp, append(raw, '\n'), 0o644); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	if err := os.Rename(temp, h.statePath()); err != nil {
		return err
	}
	return syncFile(h.store)
}

// close lets go of the directory.
func (h *home) close() {
	_ = os.RemoveAll(h.temp) // else the next run does
	_ = h.lock.Unlock()
}

// syncFile brings a file or the entries of a directory to the disk.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
