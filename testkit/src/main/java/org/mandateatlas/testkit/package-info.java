/** What the tests of every service stand on: real servers, tokens, a curator's requests, and what all must keep. */
@NullMarked
package org.mandateatlas.testkit;

import org.jspecify.annotations.NullMarked;
