// Command engine is Helm's template engine as a WebAssembly reactor: a chart is loaded once and rendered often. It reads no files, opens no
// sockets and knows no clock. The host (../engine.ts) writes bytes where `reserve` says, calls `load` or `render`, and reads the answer
// where `answerAt` says; wire.go has the encoding.
package main

import "runtime"

func main() {}

var (
	input  []byte
	answer []byte
	charts []*Chart
	// The numbers of charts by the message they were loaded from: the same files are the same chart.
	numbers = map[string]int32{}
)

// reserve makes room for size bytes from the host and says where.
//
//go:wasmexport reserve
func reserve(size int32) int32 {
	if cap(input) < int(size) {
		input = make([]byte, size)
	}
	input = input[:size]
	return address(input)
}

// load reads a chart's files from the input. It returns the chart's number, or -1 with the reason as the answer.
//
//go:wasmexport load
func load() int32 {
	if number, ok := numbers[string(input)]; ok {
		return number
	}
	chart, err := loadChart(readFiles(input))
	if err != nil {
		return failed(err)
	}
	charts = append(charts, chart)
	number := int32(len(charts) - 1)
	numbers[string(input)] = number
	return number
}

// render renders a loaded chart for the request in the input. It returns how many templates the answer holds, or -1 with the reason.
//
//go:wasmexport render
func render(number int32) int32 {
	rendered, err := charts[number].render(input)
	if err != nil {
		return failed(err)
	}
	answer = writeFiles(answer[:0], rendered)
	return int32(len(rendered))
}

//go:wasmexport answerAt
func answerAt() int32 { return address(answer) }

//go:wasmexport answerSize
func answerSize() int32 { return int32(len(answer)) }

func failed(err error) int32 {
	answer = append(answer[:0], err.Error()...)
	return -1
}

// settle leaves nothing in the memory but what is of use again: charts with their parsed templates and compiled schemas, and remembered results
// of pure functions (yaml.go). The module that ships is the state of this program after it (src/tools/engine/warm.ts).
//
//go:wasmexport settle
func settle() {
	input, answer = nil, nil
	// Once for what is unreachable, once more for what pools still held.
	runtime.GC()
	runtime.GC()
	blankFreePages()
	runtime.GC()
}

// blankFreePages overwrites what the collector freed; Go itself does that only when it gives a page away again.
func blankFreePages() {
	const page = 8 << 10
	var state runtime.MemStats
	runtime.ReadMemStats(&state)
	pages := make([]*[page]byte, state.HeapIdle/page)
	for index := range pages {
		pages[index] = new([page]byte)
	}
	runtime.KeepAlive(pages)
}
