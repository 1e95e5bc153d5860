package main

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"runtime"
)

// perform runs the steps of a job one after the other; a failed step does not prevent the next.
func perform(name string, steps ...func(context.Context) error) {
	failed := 0
	for _, step := range steps {
		if err := step(context.Background()); err != nil {
			failed++
			function := runtime.FuncForPC(reflect.ValueOf(step).Pointer()).Name()
			fmt.Fprintf(os.Stderr, "%s: %v\n", function, err)
		}
	}
	fmt.Printf("%s: %d passed, %d failed\n", name, len(steps)-failed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
