package main

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"unsafe"

	"helm.sh/helm/v4/pkg/chart/loader/archive"
)

// Files travel as a sequence of (length of name, name, length of content, content); lengths are 32-bit little-endian.

// readFiles copies the files out of a message, whose bytes the host will overwrite.
func readFiles(message []byte) []*archive.BufferedFile {
	var files []*archive.BufferedFile
	for rest := message; len(rest) > 0; {
		var name, data []byte
		name, rest = readBytes(rest)
		data, rest = readBytes(rest)
		// Helm drops a byte order mark when it reads a chart.
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		files = append(files, &archive.BufferedFile{Name: string(name), Data: bytes.Clone(data)})
	}
	return files
}

func readBytes(message []byte) (head, rest []byte) {
	end := 4 + binary.LittleEndian.Uint32(message)
	return message[4:end], message[end:]
}

// copyOf guards the files against Helm's loader, which renames those of subcharts.
func copyOf(files []*archive.BufferedFile) []*archive.BufferedFile {
	fresh := make([]*archive.BufferedFile, 0, len(files))
	for _, file := range files {
		same := *file
		fresh = append(fresh, &same)
	}
	return fresh
}

// writeFiles appends files to a message, sorted by name.
func writeFiles(message []byte, files map[string]string) []byte {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		message = writeText(writeText(message, name), files[name])
	}
	return message
}

func writeText(message []byte, text string) []byte {
	return append(binary.LittleEndian.AppendUint32(message, uint32(len(text))), text...)
}

// address is where bytes begin in the memory the host sees.
func address(bytes []byte) int32 {
	return int32(uintptr(unsafe.Pointer(unsafe.SliceData(bytes))))
}
