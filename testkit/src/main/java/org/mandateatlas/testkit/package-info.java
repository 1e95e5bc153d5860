/** Shared test support: servers, tokens, requests and contract tests. */
@NullMarked
package org.mandateatlas.testkit;

import org.jspecify.annotations.NullMarked;
