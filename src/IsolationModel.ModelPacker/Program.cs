using System.Text;
using IsolationModel.Json;
using IsolationModel.Modeling.Packing;
using IsolationModel.Modeling.Reading;

// <folder of the model> <packed model> <its files as one JSON array>: mistakes are told as MSBuild tells those of a compiler.
var (folder, packedFile, partsFile) = (Path.GetFullPath(args[0]), args[1], args[2]);
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
var parts = Directory.EnumerateFiles(folder, "*.isolation.json", SearchOption.AllDirectories)
    .Select(file => new ModelText(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file, utf8)))
    .OrderBy(part => part.Path, StringComparer.Ordinal)
    .ToList();

var result = ModelReader.Read(parts);
foreach (var finding in result.Findings)
{
    Console.WriteLine($"{Path.Combine(folder, finding.File)}({finding.Start.Line},{finding.Start.Column}): error {finding.Rule.Id}: {finding.Message}");
}

if (result.Findings.Count > 0)
{
    return 1;
}

File.WriteAllBytes(packedFile, PackedModel.Write(result.Model));
File.WriteAllText(partsFile, $"[{string.Join(',', parts.Select(part => $$"""{"part":"{{part.Path}}","model":{{JsonMinifier.Minify(part.Text)}}}"""))}]", utf8);
return 0;
