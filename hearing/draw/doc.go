// Package draw draws hearing officers at random out of the pool, and repeats a
// draw from its record, so that anybody can see that nothing was chosen by hand.
//
// The record ([hearing.Draw]) holds all that goes into a draw. Whoever wants to
// repeat it without this program needs SHA-256 and HMAC, and follows the
// algorithm that the record names, [Algorithm]:
//
// # The pool
//
// Who takes part is ordered by the code (编号): the first ten hexadecimal digits,
// in lower case, of the SHA-256 of the person's ID. Codes are compared byte by
// byte. The first has number 1. The listing has one line for each, in UTF-8:
//
//	number TAB code TAB name TAB class TAB specialties LF
//
// with the number in decimal, the class in Chinese (法律型, 专家型, 社会型, or
// nothing), and the specialties with 、 between them, in the order of the record.
// The pool's hash is the SHA-256 of the listing, in lower-case hexadecimal.
//
// # The seed
//
// A public value is any text: the numbers of a lottery, a closing index. It is
// brought into the Unicode form NFKC, so that digits of full width are digits;
// each run of white space becomes one space, and those at both ends go. The
// machine's own seed is 32 random bytes in lower-case hexadecimal.
//
// # The stream
//
// The key is the SHA-256 of this text in UTF-8:
//
//	hearingdesk-draw-1 LF hash LF seed LF
//
// Block i of the stream, from i = 0, is the HMAC-SHA256 with that key of i in
// decimal digits. Each block gives four words: eight bytes each, the most
// significant first.
//
// A number below n is made of the next word w: where w is not below the largest
// multiple of n that is not above 2^64, the word is dropped and the next one is
// taken; else the number is w modulo n. So each number is equally likely.
//
// # The order
//
// Start with the numbers 1 … N of the pool in a list. For i = N−1 down to 1, make
// a number j below i+1, and exchange the elements i and j of the list, counted
// from 0 (the shuffle of Fisher and Yates). The list is then the order.
//
// # Who is drawn
//
// Of the quotas, in their order, each takes the first in the order who fit it
// and are not taken yet, until as many of those who are taken fit it as it asks
// for. The other seats go to the first in the order who are not taken. The
// officers are listed in the order. Of the alternates, each quota that none of
// them fits yet takes the first in the order who fits it, as long as there is
// room; the others are the first who are not taken. The alternates are listed
// in the order, and move up as [hearing.Draw.Next] says.
package draw

// Algorithm is the name and version of the way of drawing, which each record
// has. Another way gets another name, and this one stays.
const Algorithm = "hearingdesk-draw-1"
