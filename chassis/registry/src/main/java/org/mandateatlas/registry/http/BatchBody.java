package org.mandateatlas.registry.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.BatchLine;

/** The body of a batch: NDJSON, one document per line. */
final class BatchBody {

    static final int MOST_LINES = 1000;

    private BatchBody() {}

    /**
     * Returns the lines of a body, except empty ones.
     *
     * @throws ProblemException (413) if there are too many
     */
    static List<BatchLine> lines(byte[] body) {
        if (body.length > EarlyProblems.LARGEST_BATCH) {
            throw EarlyProblems.tooLarge(EarlyProblems.LARGEST_BATCH);
        }
        var lines = new ArrayList<BatchLine>();
        var number = 0;
        for (var from = 0; from < body.length; ) {
            var to = from;
            var isEmpty = true;
            while (to < body.length && body[to] != '\n') {
                isEmpty &= body[to] <= ' ' && body[to] >= 0;
                to++;
            }
            number++;
            if (!isEmpty) {
                if (lines.size() == MOST_LINES) {
                    throw new ProblemException(
                            ProblemType.BODY_TOO_LARGE, "A batch must not exceed " + MOST_LINES + " documents.");
                }
                lines.add(new BatchLine(number, Arrays.copyOfRange(body, from, to)));
            }
            from = to + 1;
        }
        return lines;
    }
}
