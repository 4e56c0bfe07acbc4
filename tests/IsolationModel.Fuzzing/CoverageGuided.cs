using System.Globalization;
using IsolationModel.Fuzzing.Seeds;
using SharpFuzz;

namespace IsolationModel.Fuzzing;

/// <summary>The same targets under afl-fuzz, which follows the branches that an input takes. See README.md for how it is started.</summary>
internal static class CoverageGuided
{
    /// <summary>Smaller seeds say as much about branches, and are mutated faster.</summary>
    private const int LargestSeed = 2000;

    private const int MostSeeds = 150;

    /// <summary>Takes inputs from afl-fuzz until it ends the process. What breaks a property is a crash to it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="path">What each input is called. No part of the product may run before the first input: what is instrumented has no memory to count in until then.</param>
    public static void Run(IFuzzTarget target, string path)
    {
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var content = new MemoryStream();
            stream.CopyTo(content);
            target.Check(FuzzInput.Of(path, content.ToArray()), CancellationToken.None);
        });
    }

    /// <summary>Writes the seeds of a target as afl-fuzz wants them: a folder of small files.</summary>
    /// <returns>What the first of them is called.</returns>
    public static string WriteSeeds(IFuzzTarget target, string folder)
    {
        Directory.CreateDirectory(folder);
        var number = 0;
        List<FuzzFile> files = [.. target.Seeds(SeedPool.Instance).Select(static seed => seed.Files[0]).Where(static file => file.Bytes.Length is > 0 and <= LargestSeed).Take(MostSeeds)];
        foreach (var file in files)
        {
            File.WriteAllBytes(Path.Combine(folder, (number++).ToString("000", CultureInfo.InvariantCulture)), file.Bytes);
        }

        return files[0].Path;
    }
}
