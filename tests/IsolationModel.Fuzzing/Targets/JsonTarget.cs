using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Json;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>The reader of JSON, with and without comments; whether a text is JSON is compared with System.Text.Json.</summary>
internal sealed class JsonTarget : IFuzzTarget
{
    public string Name => "json";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Files.Where(SeedKinds.IsJson).Concat(pool.Model);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        foreach (var hasComments in (bool[])[false, true])
        {
            var result = Work.Within(input.Size, () => JsonReader.Read(text, hasComments));
            OracleException.Demand(result.Root is not null || result.Problems.Count > 0, "silence", "a text that is no JSON has no problem", () => text);
            foreach (var problem in result.Problems)
            {
                Ranges.Check(problem.Range, text.Length, "a problem");
            }

            if (result.Root is not null)
            {
                Ranges.CheckTree(result.Root, text.Length);
            }
        }

        var strict = JsonReader.Read(text);
        var peer = JsonPeer.Accepts(text);
        OracleException.Demand(
            peer is null || peer == strict.Root is not null || strict.Problems.Any(static problem => problem.Kind == JsonProblemKind.TooDeep),
            "peer",
            $"System.Text.Json says {(peer == true ? "yes" : "no")} to what the reader says otherwise to",
            () => $"{string.Join(", ", strict.Problems.Select(static problem => problem.Message))}\n{text}");
    }
}
