package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log file covers one run and provides the reason of a failure. */
class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void theLastErrorIsTheReason() throws Exception {
        assertEquals("Caused by: java.net.BindException: in use", reasonOf("""
                        starting
                        java.lang.IllegalStateException: cannot listen
                        \tat org.mandateatlas.Door.open(Door.java:1)
                        Caused by: java.net.BindException: in use
                        \tat java.base/sun.nio.ch.Net.bind(Net.java:1)
                        stopping
                        """));
    }

    @Test
    void withoutErrorsTheLastLineIsTheReason() throws Exception {
        assertEquals("second", reasonOf("first\nsecond\n\n"));
    }

    @Test
    void aMissingLogHasNoReason() {
        assertEquals("", new LogFile(folder.resolve("none.log")).reason());
    }

    @Test
    void theLogOfThePreviousRunIsRenamed() throws Exception {
        var log = new LogFile(folder.resolve("door.log"));
        Files.writeString(log.path(), "before");

        log.rotate();

        assertEquals("before", Files.readString(folder.resolve("door.previous.log")));
        assertEquals("", log.reason());
    }

    private String reasonOf(String text) throws Exception {
        var log = new LogFile(folder.resolve("door.log"));
        Files.writeString(log.path(), text);
        return log.reason();
    }
}
