package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// anAction is action.yml as far as the tests look at it.
type anAction struct {
	Inputs  map[string]struct{ Description, Default string }
	Outputs map[string]struct{ Description, Value string }
	Runs    struct {
		Using string
		Steps []struct {
			ID, If, Uses, Shell, Run string
			With, Env                map[string]string
		}
	}
}

func action(t *testing.T) anAction {
	t.Helper()
	var a anAction
	if err := yaml.Unmarshal([]byte(readTop(t, "action.yml")), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestActionInputs: every input of the action is used, and every one that is
// used is declared; no input reaches a shell but through the environment.
func TestActionInputs(t *testing.T) {
	a, source := action(t), readTop(t, "action.yml")
	_, runs, _ := strings.Cut(source, "\nruns:")
	used := map[string]bool{}
	for _, m := range actionInput.FindAllStringSubmatch(runs, -1) {
		used[m[1]] = true
		if _, ok := a.Inputs[m[1]]; !ok {
			t.Errorf("the input %s is not declared", m[1])
		}
	}
	for name, in := range a.Inputs {
		if !used[name] || in.Description == "" {
			t.Errorf("the input %s is not used or not described", name)
		}
	}
	for _, s := range a.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("an expression in a script can be made to run: %s", s.Run)
		}
		if s.Run != "" && s.Shell == "" {
			t.Errorf("a script without a shell: %s", s.Run)
		}
	}
}

// gateStep runs the action's script as GitHub would.
func gateStep(t *testing.T, dir string, inputs map[string]string) (status int, said string, outputs string) {
	t.Helper()
	a := action(t)
	calque, err := exec.LookPath("calque")
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	inputs["binary"] = calque
	for _, s := range a.Runs.Steps {
		if s.ID != "gate" {
			continue
		}
		put(t, temp+"/step.sh", s.Run)
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", temp+"/step.sh")
		cmd.Dir = filepath.Join(dir, inputs["working-directory"])
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_OUTPUT="+temp+"/output", "GITHUB_STEP_SUMMARY="+temp+"/summary")
		for key, value := range s.Env {
			name := actionInput.FindStringSubmatch(value)[1]
			value := a.Inputs[name].Default
			if given, ok := inputs[name]; ok {
				value = given
			}
			cmd.Env = append(cmd.Env, key+"="+value)
		}
		out, _ := cmd.CombinedOutput()
		got, _ := os.ReadFile(temp + "/output")
		summary, _ := os.ReadFile(temp + "/summary")
		return cmd.ProcessState.ExitCode(), string(out) + string(summary), string(got)
	}
	t.Fatal("the action has no step gate")
	return 0, "", ""
}

func TestActionScript(t *testing.T) {
	needBash(t)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "good one.txt"), goodCopy)
	put(t, filepath.Join(dir, "bad.txt"), badCopy)
	status, said, outputs := gateStep(t, dir, map[string]string{"paths": "good one.txt\n", "fail-on": "major"})
	if status != statusDone || !strings.Contains(said, "The policy is kept") || !strings.Contains(outputs, "status=0") || !strings.Contains(outputs, "sarif=./calque.sarif") {
		t.Errorf("status %d, %s\n%s", status, said, outputs)
	}
	status, said, outputs = gateStep(t, dir, map[string]string{"paths": "good one.txt\nbad.txt", "args": "--fail-on\nmajor\n--no-config", "sarif": ""})
	if status != statusBreach || !strings.Contains(said, "::warning file=bad.txt") || !strings.Contains(said, "**Breaks**") || !strings.Contains(outputs, "status=3") || strings.Contains(outputs, "sarif") {
		t.Errorf("status %d, %s\n%s", status, said, outputs)
	}
	if status, said, _ = gateStep(t, dir, map[string]string{"paths": "--help\n", "fail-on": "major"}); status != statusFailed {
		t.Errorf("a path is taken for a flag: status %d, %s", status, said)
	}
}

// TestActionPlaces: annotations and the SARIF report are about this run, and their
// paths are from the top of the repository.
func TestActionPlaces(t *testing.T) {
	needBash(t)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "news", "bad.txt"), badCopy)
	put(t, filepath.Join(dir, "news", "calque.sarif"), "{}")
	_, said, outputs := gateStep(t, dir, map[string]string{"working-directory": "news", "paths": "bad.txt", "fail-on": "awful"})
	if strings.Contains(outputs, "sarif") || !strings.Contains(outputs, "status=2") {
		t.Errorf("the report of another run is named: %s\n%s", said, outputs)
	}
	_, said, outputs = gateStep(t, dir, map[string]string{"working-directory": "news", "paths": "bad.txt", "fail-on": "major"})
	written, err := os.ReadFile(filepath.Join(dir, "news", "calque.sarif"))
	if err != nil || !strings.Contains(outputs, "sarif=news/calque.sarif") || !strings.Contains(string(written), `"uri": "news/bad.txt"`) || !strings.Contains(said, "::warning file=news/bad.txt,") {
		t.Errorf("not from the top: %s\n%s\n%s", said, outputs, written)
	}
	put(t, filepath.Join(dir, "news", "mine"), "mine")
	if err := os.Symlink("mine", filepath.Join(dir, "news", "linked.sarif")); err == nil {
		gateStep(t, dir, map[string]string{"working-directory": "news", "paths": "bad.txt", "fail-on": "major", "sarif": "linked.sarif"})
		if mine, err := os.ReadFile(filepath.Join(dir, "news", "mine")); err != nil || string(mine) != "mine" {
			t.Errorf("a link that came with the articles led the report to a file: %s, %v", mine, err)
		}
	}
	elsewhere := filepath.Join(t.TempDir(), "x.sarif")
	_, said, outputs = gateStep(t, dir, map[string]string{"working-directory": "news", "paths": "bad.txt", "fail-on": "major", "sarif": elsewhere})
	if !strings.Contains(outputs, "sarif="+elsewhere+"\n") {
		t.Errorf("%s\n%s", said, outputs)
	}
}

// TestActionCommands: the runner finds no command in a file's name, which could
// switch off the annotations.
func TestActionCommands(t *testing.T) {
	needBash(t)
	dir := t.TempDir()
	for _, name := range []string{"##[stop-commands]a/x.txt", "##[add-mask]e.txt", "\n::stop-commands::b.txt", "%0A::error::c.txt", "$(touch x).txt", "--help.txt", "`id` '\".txt"} {
		put(t, filepath.Join(dir, "in", name), badCopy)
	}
	put(t, filepath.Join(dir, "in", "##[stop-commands]a/y.txt"), "a\x00\x01\x02")
	status, said, _ := gateStep(t, dir, map[string]string{"paths": "in", "fail-on": "major"})
	lines := strings.Split(said, "\n")
	token, ok := strings.CutPrefix(lines[0], "::stop-commands::")
	if status != statusBreach || !ok || len(token) != 32 {
		t.Fatalf("status %d: %s", status, said)
	}
	_, after, ok := strings.Cut(said, "\n::"+token+"::\n")
	if !ok || strings.Count(said, token) != 2 {
		t.Fatalf("the commands are not taken up again: %s", said)
	}
	annotations, _, _ := strings.Cut(after, "\n## calque")
	lines = strings.Split(annotations, "\n")
	if len(lines) != 1+7+7 { // unread, breaches, findings
		t.Errorf("%d annotations, want 15:\n%s", len(lines), annotations)
	}
	for _, l := range lines {
		if !strings.HasPrefix(l, "::warning file=in/") && !strings.HasPrefix(l, "::error file=in/") {
			t.Errorf("no annotation: %q", l)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 { // in, calque.sarif
		t.Errorf("%v %v", entries, err)
	}
}
