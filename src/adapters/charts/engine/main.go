// Command engine is Helm's template engine as a WebAssembly reactor: a chart is loaded once and rendered often. It reads no files, opens no
// sockets and knows no clock. The host (../engine.ts) writes bytes where `reserve` says, calls `load` or `render`, and reads the answer
// where `answerAt` says; wire.go has the encoding.
package main

func main() {}

var (
	input  []byte
	answer []byte
	charts []*Chart
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
	chart, err := loadChart(readFiles(input))
	if err != nil {
		return failed(err)
	}
	charts = append(charts, chart)
	return int32(len(charts) - 1)
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
