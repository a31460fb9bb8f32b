module example.com/portico-hash

go 1.19
