using System.Globalization;

namespace IsolationModel.Fuzzing;

/// <summary>What a campaign was asked to do.</summary>
/// <param name="Time">How long it runs.</param>
/// <param name="Seed">What all random numbers come from.</param>
/// <param name="Targets">The targets.</param>
/// <param name="From">The number of the first input.</param>
/// <param name="Count">How many inputs each target gets at most; null for as many as there is time for.</param>
/// <param name="Folder">Where finds are put.</param>
internal sealed record FuzzOptions(TimeSpan Time, int Seed, IReadOnlyList<IFuzzTarget> Targets, int From, int? Count, string Folder)
{
    /// <summary>What the program tells of itself.</summary>
    public const string Usage = """
        Gives hostile input to every reader and to the whole pipeline, and checks what must hold.

          --minutes N       how long (1)
          --seed N          what all random numbers come from (1)
          --target NAME     only this target; can be repeated
          --from N          the number of the first input (0)
          --count N         how many inputs each target gets at most
          --finds FOLDER    where finds are put (artifacts/fuzz)

          replay FILE       gives a kept input (*.input) to the target of its folder, or to --target
          seeds NAME FOLDER writes the small seeds of a target, and tells what they are called (for afl.sh)
          afl NAME PATH     takes inputs of that path from afl-fuzz (for afl.sh)

        Exit code: 0 nothing found, 1 something found, 2 wrong arguments, 3 an input hangs.
        """;

    /// <summary>Reads arguments.</summary>
    /// <exception cref="FormatException">They cannot be followed.</exception>
    public static FuzzOptions Parse(IReadOnlyList<string> args)
    {
        var options = new FuzzOptions(TimeSpan.FromMinutes(1), 1, [], 0, null, Seeds.Folders.Finds);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} has no value");
            options = args[i] switch
            {
                "--minutes" => options with { Time = TimeSpan.FromMinutes(double.Parse(value, CultureInfo.InvariantCulture)) },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--target" => options with { Targets = [.. options.Targets, FuzzTargets.Find(value) ?? throw new FormatException($"there is no target '{value}': {string.Join(", ", FuzzTargets.All.Select(static target => target.Name))}")] },
                "--from" => options with { From = int.Parse(value, CultureInfo.InvariantCulture) },
                "--count" => options with { Count = int.Parse(value, CultureInfo.InvariantCulture) },
                "--finds" => options with { Folder = Path.GetFullPath(value) },
                _ => throw new FormatException($"there is no option '{args[i]}'"),
            };
        }

        return options.Targets.Count > 0 ? options : options with { Targets = FuzzTargets.All };
    }
}
