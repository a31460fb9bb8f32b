// The test's way in: stdin is secret, type, expires or nothing, id. Copy portico_hash.go only.
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strconv"
	"strings"
)

func main() {
	input, err := io.ReadAll(os.Stdin)
	lines := strings.SplitN(string(input), "\n", 4)
	if err != nil || len(lines) < 4 {
		log.Fatal("stdin must be four lines: secret, type, expires or nothing, id")
	}
	hash, err := PlainHash(lines[0], lines[3])
	if expires, notANumber := strconv.ParseInt(lines[2], 10, 64); notANumber == nil {
		hash, err = ExpiringHash(lines[0], lines[1], lines[3], expires)
	}
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(hash)
}
