// Command duckdb asks a real DuckDB one question and prints the rows, fields apart
// by tabs. It is a module of its own: the program itself has no use for DuckDB.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"os"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"
)

func main() {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		log.Fatal(err)
	}
	rows, err := db.Query(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	names, err := rows.Columns()
	if err != nil {
		log.Fatal(err)
	}
	for rows.Next() {
		row := make([]any, len(names))
		for i := range row {
			row[i] = new(any)
		}
		if err := rows.Scan(row...); err != nil {
			log.Fatal(err)
		}
		text := make([]string, len(row))
		for i, v := range row {
			text[i] = fmt.Sprint(*v.(*any))
		}
		fmt.Println(strings.Join(text, "\t"))
	}
	if err := rows.Err(); err != nil {
		log.Fatal(err)
	}
}
