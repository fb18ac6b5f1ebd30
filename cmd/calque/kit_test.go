package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// top is the repository.
const top = "../../"

func readTop(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(top + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var (
	actionInput = regexp.MustCompile(`inputs\.([\w-]+)`)
	longFlag    = regexp.MustCompile(`(?:^|[\s"'` + "`" + `(])--([a-z][a-z-]+)`)
	codeBlock   = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")
)

func needBash(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not at hand")
	}
}

// flagsOf are the long flags of a command.
func flagsOf(t *testing.T, name string) map[string]bool {
	t.Helper()
	cmd, _, err := rootCommand().Find([]string{name})
	if err != nil {
		t.Fatal(err)
	}
	flags := map[string]bool{"help": true}
	for _, f := range slices.Collect(allFlags(cmd)) {
		flags[f] = true
	}
	return flags
}

// aLabJob is the GitLab template as far as the tests look at it.
type aLabJob struct {
	Variables map[string]string
	Calque    struct {
		Variables map[string]string
		Script    []string
		Artifacts struct{ Reports map[string]string }
	}
}

func labJob(t *testing.T) aLabJob {
	t.Helper()
	var lab aLabJob
	if err := yaml.Unmarshal([]byte(readTop(t, ".gitlab/calque.gitlab-ci.yml")), &lab); err != nil {
		t.Fatal(err)
	}
	return lab
}

// TestGitLabJob runs the job's script with variables that its users set beside the
// include: they win over the template's for the pipeline, and a job's own win over
// both.
func TestGitLabJob(t *testing.T) {
	needBash(t)
	lab, dir := labJob(t), t.TempDir()
	put(t, filepath.Join(dir, "my news", "bad.txt"), badCopy)
	put(t, filepath.Join(dir, "other", "bad.txt"), badCopy)
	for flags, want := range map[string]int{"--fail-on major": statusBreach, "--fail-on critical --changed-since=$NONE": statusDone, "": statusUsage} {
		put(t, filepath.Join(dir, "mine"), "mine")
		_ = os.Remove(filepath.Join(dir, "calque.junit.xml"))
		if err := os.Symlink("mine", filepath.Join(dir, "calque.junit.xml")); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
		cmd := exec.Command("bash", "-ec", "set -o pipefail\ngo() { :; }\n"+strings.Join(lab.Calque.Script, "\n"))
		cmd.Dir = dir
		cmd.Env = os.Environ()
		for _, variables := range []map[string]string{lab.Variables, {"CALQUE_PATHS": "my?news other/", "CALQUE_FLAGS": strings.TrimSuffix(flags, "$NONE")}, lab.Calque.Variables} {
			for name, value := range variables {
				cmd.Env = append(cmd.Env, name+"="+value)
			}
		}
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != want || want == statusBreach && !strings.Contains(string(out), "my news/bad.txt: breaks") {
			t.Errorf("%q: status %d, want %d: %s", flags, got, want, out)
		}
		if mine, err := os.ReadFile(filepath.Join(dir, "mine")); err != nil || string(mine) != "mine" {
			t.Errorf("a link led the report to a file: %s, %v", mine, err)
		}
		for kind, name := range lab.Calque.Artifacts.Reports {
			if _, err := os.Stat(filepath.Join(dir, name)); want != statusUsage && err != nil {
				t.Errorf("%s: %v", kind, err)
			}
		}
	}
}

// TestKitCommands: the commands of the CI kit have the flags that it gives them.
func TestKitCommands(t *testing.T) {
	lab := labJob(t)
	var hooks []struct {
		ID, Entry, Language string
		Args                []string
	}
	if err := yaml.Unmarshal([]byte(readTop(t, ".pre-commit-hooks.yaml")), &hooks); err != nil {
		t.Fatal(err)
	}
	commands := lab.Calque.Script
	for _, h := range hooks {
		commands = append(commands, h.Entry+" "+strings.Join(h.Args, " "))
	}
	for _, s := range action(t).Runs.Steps {
		if s.ID == "gate" {
			commands = append(commands, "calque gate "+s.Run)
		}
	}
	checked := 0
	for _, c := range commands {
		fields := strings.Fields(c)
		if fields[0] != "calque" {
			continue
		}
		checked++
		flags := flagsOf(t, fields[1])
		for _, m := range longFlag.FindAllStringSubmatch(c, -1) {
			if !flags[m[1]] {
				t.Errorf("%s has no flag --%s", fields[1], m[1])
			}
		}
	}
	if checked != 4 {
		t.Errorf("%d commands, want 4", checked)
	}
	for kind, file := range lab.Calque.Artifacts.Reports {
		if !strings.Contains(strings.Join(lab.Calque.Script, "\n"), "="+file) {
			t.Errorf("the %s report %s is not written", kind, file)
		}
	}
}

// TestHooks runs the hooks as pre-commit does: with the names of changed files at
// the end, whatever they look like.
func TestHooks(t *testing.T) {
	var hooks []struct {
		ID, Entry string
		Args      []string
	}
	if err := yaml.Unmarshal([]byte(readTop(t, ".pre-commit-hooks.yaml")), &hooks); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, filepath.Join(dir, configName), "gate:\n  fail-on: major\n")
	put(t, filepath.Join(dir, "mild.txt"), "# The boats stayed in port all day, the harbour office said.\ngate:\n  fail-on: critical\n")
	put(t, filepath.Join(dir, "--config=mild.txt"), goodCopy)
	put(t, filepath.Join(dir, "good.txt"), goodCopy)
	put(t, filepath.Join(dir, "bad.txt"), badCopy)
	for _, h := range hooks {
		for _, c := range []struct {
			files []string
			want  int
		}{
			{[]string{"good.txt"}, statusDone},
			{[]string{"--config=mild.txt", "good.txt"}, statusDone},
			{[]string{"--config=mild.txt", "bad.txt", "mild.txt"}, statusBreach},
		} {
			fields := strings.Fields(h.Entry)
			cmd := exec.Command(fields[0], append(append(fields[1:], h.Args...), c.files...)...)
			cmd.Dir = dir
			out, _ := cmd.CombinedOutput()
			if got := cmd.ProcessState.ExitCode(); got != c.want || !strings.Contains(string(out), c.files[0]) {
				t.Errorf("%s of %q: status %d, want %d: %s", h.ID, c.files, got, c.want, out)
			}
		}
	}
}

// TestDockerfile: the image runs as somebody without rights, what it runs is
// what was copied, and the build makes a static binary.
func TestDockerfile(t *testing.T) {
	lines := map[string][]string{}
	for line := range strings.Lines(readTop(t, "Dockerfile")) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, " ")
		if !slices.Contains(strings.Fields("FROM WORKDIR COPY RUN USER ENTRYPOINT CMD"), name) {
			t.Errorf("%s is no instruction that is known here", name)
		}
		lines[name] = append(lines[name], rest)
	}
	if user := lines["USER"]; len(user) != 1 || strings.HasPrefix(user[0], "root") || strings.HasPrefix(user[0], "0") {
		t.Errorf("runs as %q", user)
	}
	if !slices.ContainsFunc(lines["RUN"], func(s string) bool { return strings.HasPrefix(s, "CGO_ENABLED=0 go build ") }) {
		t.Error("the binary is not static")
	}
	copied := strings.Fields(lines["COPY"][len(lines["COPY"])-1])
	if at := copied[len(copied)-1]; lines["ENTRYPOINT"][0] != `["`+at+`"]` {
		t.Errorf("runs %s, and the binary is %s", lines["ENTRYPOINT"][0], at)
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(readTop(t, "go.mod"))[1]
	if !strings.HasPrefix(lines["FROM"][0], "golang:"+version+" ") {
		t.Errorf("built with %s, go.mod says %s", lines["FROM"][0], version)
	}
}

// TestReadmeCI runs the commands of the README's CI section as they stand
// there, in a repository as it describes one.
func TestReadmeCI(t *testing.T) {
	needBash(t)
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not at hand")
	}
	_, section, _ := strings.Cut(readTop(t, "README.md"), "\n## In CI\n")
	section, _, _ = strings.Cut(section, "\n## ")
	dir := t.TempDir()
	sh := func(script string) (string, int) {
		cmd := exec.Command("bash", "-ec", script)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
		out, _ := cmd.CombinedOutput()
		return string(out), cmd.ProcessState.ExitCode()
	}
	must := func(script string) {
		t.Helper()
		if out, status := sh(script); status != 0 {
			t.Fatalf("%s: status %d: %s", script, status, out)
		}
	}
	must("mkdir articles")
	put(t, filepath.Join(dir, "articles", "old.txt"), badCopy)
	must("git init -q && git add -A && git commit -qm articles && git update-ref refs/remotes/origin/main HEAD")
	commands := ""
	for _, m := range codeBlock.FindAllStringSubmatch(section, -1) {
		kind, block := m[1], m[2]
		first, rest, _ := strings.Cut(block, "\n")
		switch {
		case kind == "yaml":
			var any map[string]any
			if err := yaml.Unmarshal([]byte(block), &any); err != nil {
				t.Errorf("%s: %v", first, err)
			}
			if name := strings.TrimPrefix(first, "# "); name == configName {
				put(t, filepath.Join(dir, configName), rest)
			} else if strings.Contains(name, "workflows") {
				inputs := action(t).Inputs
				_, with, _ := strings.Cut(block, "calque-check/calque@")
				for _, in := range regexp.MustCompile(`(?m)^ {10}([\w-]+):`).FindAllStringSubmatch(with, -1) {
					if _, ok := inputs[in[1]]; !ok {
						t.Errorf("the action has no input %s", in[1])
					}
				}
			}
		case kind == "sh":
			commands += block
		case kind == "console":
			for line := range strings.Lines(block) {
				if after, ok := strings.CutPrefix(line, "$ calque "); ok {
					flags := flagsOf(t, strings.Fields(after)[0])
					for _, f := range longFlag.FindAllStringSubmatch(after, -1) {
						if !flags[f[1]] {
							t.Errorf("there is no flag --%s", f[1])
						}
					}
				}
			}
		}
	}
	_, gate, ok := strings.Cut(commands, "calque gate")
	if !ok {
		t.Fatal("the README has no commands for CI")
	}
	must(commands) // nothing is new
	put(t, filepath.Join(dir, "articles", "new.txt"), badCopy)
	out, status := sh("calque gate" + gate)
	if status != statusBreach || !strings.Contains(out, `articles/new.txt: breaks "fail-on: major" (.calque.yaml:2)`) || strings.Contains(out, "articles/old.txt: breaks") || !strings.Contains(out, "::warning file=articles/new.txt") {
		t.Errorf("status %d: %s", status, out)
	}
	if _, err := os.Stat(filepath.Join(dir, "calque.sarif")); err != nil {
		t.Error(err)
	}
}

// TestReadmeFlags: every flag that the README names is one of calque's.
func TestReadmeFlags(t *testing.T) {
	all := map[string]bool{}
	for _, cmd := range rootCommand().Commands() {
		for f := range allFlags(cmd) {
			all[f] = true
		}
	}
	others := strings.Fields("rule out rm network show") // of calque-train and docker
	for _, m := range longFlag.FindAllStringSubmatch(readTop(t, "README.md"), -1) {
		if !all[m[1]] && !slices.Contains(others, m[1]) {
			t.Errorf("there is no flag --%s", m[1])
		}
	}
}

func allFlags(cmd *cobra.Command) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		more := true
		cmd.Flags().VisitAll(func(f *pflag.Flag) { more = more && yield(f.Name) })
	}
}
