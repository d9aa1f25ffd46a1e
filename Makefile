# The hearing desk. `make run` opens it, `make test` checks all of it; each
# installs first what this machine lacks (.ci/deps says what).

GOLANGCI := v2.15.0
GOVULN   := v1.1.4

program  := build/hearingdesk
lint     := build/bin/golangci-lint-$(GOLANGCI)
window   := ./cmd/hearingdesk/...

.PHONY: run test build lint vuln bench faults race fuzz generate windows deps clean

run: build
	@$(program)

# test runs the window's tests by themselves at the end: they share the two
# processors of a small machine with nothing else.
test: deps lint
	@date '+test: began at %T'
	@echo "test: rules, papers, storage, printers"
	go test -timeout 20m $$(go list ./... | grep -v '/cmd/')
	@echo "test: races"
	go test -race -short -timeout 10m ./hearing/document/printing ./hearing/compare ./ui/work
	@echo "test: the house, the command line, a real window"
	go test -timeout 30m $(window)
	@date '+test: ended at %T'

build:
	@.ci/deps run
	@echo "build: $(program) (Fyne's first compile takes some minutes, later ones seconds)"
	@mkdir -p build
	go build -o $(program) ./cmd/hearingdesk

lint: $(lint)
	@echo "lint: gofmt, go vet, golangci-lint"
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -d $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go vet -tags outline ./cmd/hearingdesk/...
	$(lint) run --timeout 15m ./...

# The linter is compiled once per version into the ignored build folder.
$(lint):
	@echo "lint: compiling golangci-lint $(GOLANGCI), once"
	@mkdir -p build/bin
	GOBIN=$(CURDIR)/build/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI)
	@mv build/bin/golangci-lint $@

# race runs what several goroutines or programs do at once under the race detector; it
# needs a C compiler. test runs the part of it that takes no minutes.
race: deps
	go test -race -short -timeout 30m ./storage ./hearing/document/printing ./hearing/compare ./ui/work ./ui/edit ./ui/remind ./ui/copies

# fuzz gives each reader of what comes from elsewhere a minute of what nobody made. Large
# inputs are not made small first: that alone would take the minute.
fuzz:
	@for f in hearing:FuzzFileName hearing:FuzzReadPaperCode hearing/exchange:FuzzDecode hearing/exchange/sealed:FuzzRead storage/locked:FuzzReadHead \
		hearing/roster/sheetfile:FuzzXLSX hearing/roster/sheetfile:FuzzSheet hearing/roster/sheetfile:FuzzCSV hearing/document/wordform:FuzzFile \
		hearing/document/wordform:FuzzForm hearing/rules:FuzzLoad hearing/document/scanning:FuzzRead storage:FuzzRestore storage/packed:FuzzPack; do \
		echo "fuzz: $$f"; go test -run '^$$' -fuzz "^$${f#*:}$$" -fuzztime 60s -fuzzminimizetime 1x -parallel 1 ./$${f%:*} || exit 1; done

# vuln needs the vulnerability database of the Go project; where that cannot
# be reached it says so, and test does not depend on it.
vuln:
	go run golang.org/x/vuln/cmd/govulncheck@$(GOVULN) ./...

bench: deps
	@.ci/deps bench
	go test -timeout 60m -count 1 -run '^TestGoals$$' -v ./cmd/hearingdesk -args -goals | grep -v '^=== '

# faults breaks desks in every way that a machine can: some ten minutes.
faults:
	@.ci/deps faults
	go test -timeout 90m -count 1 ./storage/faults -args -faults

generate:
	go generate ./...

windows:
	@.ci/deps cross
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
		go build -trimpath -ldflags '-H=windowsgui -s -w' -o build/hearingdesk.exe ./cmd/hearingdesk

deps:
	@.ci/deps test

clean:
	rm -rf build
