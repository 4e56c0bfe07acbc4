using IsolationModel.Fuzzing;

if (args is [] or ["--help"] or ["-h"])
{
    Console.WriteLine(FuzzOptions.Usage);
    return 0;
}

try
{
    switch (args)
    {
        case ["replay", var file, .. var rest]:
            return Replay(file, rest is ["--target", var name] ? name : Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? string.Empty);
        case ["afl", var target, var path]:
            CoverageGuided.Run(Find(target), path);
            return 0;
        case ["seeds", var target, var folder]:
            Console.WriteLine(CoverageGuided.WriteSeeds(Find(target), folder));
            return 0;
        default:
            var campaign = new Campaign(FuzzOptions.Parse(args), Console.Out);
            campaign.Run();
            campaign.Summarize();
            return campaign.Finds.Count > 0 ? 1 : 0;
    }
}
catch (FormatException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}

static IFuzzTarget Find(string name) => FuzzTargets.Find(name) ?? throw new FormatException($"there is no target '{name}'");

static int Replay(string file, string target)
{
    var find = IsolationModel.Fuzzing.Find.Of(Find(target), InputText.Read(File.ReadAllText(file)), CancellationToken.None);
    Console.WriteLine(find is null ? "everything holds" : $"{find.Signature}\n{find.Message}");
    return find is null ? 0 : 1;
}
