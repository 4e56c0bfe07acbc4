using System.Diagnostics;
using System.Globalization;
using IsolationModel.Fuzzing.Mutation;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing;

/// <summary>Makes inputs for targets in turns, and keeps what breaks a property: made smaller, with what is needed to make it again.</summary>
internal sealed class Campaign(FuzzOptions options, TextWriter output)
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan TimeToMinimize = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(string Target, string Signature), int> _finds = [];
    private readonly List<TargetRun> _runs = [.. options.Targets.Select(static target => new TargetRun(target))];
    private (TargetRun Run, int Number, FuzzInput Input)? _current;

    /// <summary>What was found, by target and signature, with how many inputs showed it.</summary>
    public IReadOnlyDictionary<(string Target, string Signature), int> Finds => _finds;

    /// <summary>How many inputs were tried.</summary>
    public int Tried => _runs.Sum(static run => run.Tried);

    /// <summary>The first find of each signature: what went wrong, and for which input.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Runs until the time is over, or each target had its number of inputs.</summary>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        using var watchdog = new Watchdog(Hang);
        while (clock.Elapsed < options.Time && _runs.Exists(HasMore))
        {
            foreach (var run in _runs.Where(HasMore))
            {
                var turn = Stopwatch.StartNew();
                var length = options.Time / 4 < Turn ? options.Time / (2 * _runs.Count) : Turn;
                while (turn.Elapsed < length && HasMore(run) && clock.Elapsed < options.Time)
                {
                    Try(run, watchdog);
                }

                run.Elapsed += turn.Elapsed;
            }
        }
    }

    /// <summary>Tells the figures.</summary>
    public void Summarize()
    {
        output.WriteLine();
        output.WriteLine("| target | seeds | inputs | seconds | highest share of allowed allocation | finds |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var run in _runs)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {run.Target.Name} | {run.Seeds.Count} | {run.Tried} | {run.Elapsed.TotalSeconds:0} | {run.HighestShare:0.00} (input {run.Costliest}) | {_finds.Count(find => find.Key.Target == run.Target.Name)} |"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{Tried} inputs, {_finds.Count} finds"));
        foreach (var ((target, signature), count) in _finds.OrderBy(static find => find.Key))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6} {target}: {signature}"));
        }
    }

    private bool HasMore(TargetRun run) => options.Count is null || run.Tried < options.Count;

    private void Try(TargetRun run, Watchdog watchdog)
    {
        var number = options.From + run.Tried++;
        // Each input has random numbers of its own, so that it can be made again without those before it.
        var input = run.Mutator.Make(new Random(HashCode.Of(options.Seed, run.Target.Name, number)));
        _current = (run, number, input);
        Find? find = null;
        if (watchdog.Run(token => find = Find.Of(run.Target, input, token)))
        {
            find = new Find("time: too many seconds", "it took too many seconds of the processor, and stopped when it was asked to");
        }

        if (Oracles.Work.TakeHighestShare() is var share && share > run.HighestShare)
        {
            (run.HighestShare, run.Costliest) = (share, number);
        }

        if (find is not null)
        {
            Take(run, number, input, find);
        }
    }

    private void Take(TargetRun run, int number, FuzzInput input, Find find)
    {
        var key = (run.Target.Name, find.Signature);
        _finds[key] = _finds.GetValueOrDefault(key) + 1;
        if (_finds[key] > 1)
        {
            return;
        }

        var small = find.Signature.StartsWith("time:", StringComparison.Ordinal) ? input : new Minimizer(run.Target, find.Signature, TimeToMinimize).Minimize(input);
        Tell(run, number, small, find);
    }

    private void Tell(TargetRun run, int number, FuzzInput input, Find find)
    {
        var how = string.Create(CultureInfo.InvariantCulture, $"--target {run.Target.Name} --seed {options.Seed} --from {number} --count 1");
        var file = Path.Combine(options.Folder, run.Target.Name, string.Create(CultureInfo.InvariantCulture, $"{options.Seed}-{number}.input"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, InputText.Write(input, $"{find.Signature}\n{how}"));
        Messages.Add($"{run.Target.Name}: {find.Message}\n{InputText.Write(input, how)}");
        output.WriteLine($"FIND {run.Target.Name}: {find.Signature}\n  {file}\n  {how}\n  {Shorten(find.Message)}");
        output.Flush();
    }

    private void Hang()
    {
        var (run, number, input) = _current!.Value;
        Tell(run, number, input, new Find("time: hangs", "it took too many seconds of the processor, and did not stop when it was asked to"));
        Summarize();
        output.Flush();
        Environment.Exit(3);
    }

    private static string Shorten(string text) => text.Length <= 3000 ? text : text[..3000] + "...";

    private sealed class TargetRun(IFuzzTarget target)
    {
        private readonly Lazy<IReadOnlyList<FuzzInput>> _seeds = new(() => [.. target.Seeds(SeedPool.Instance)]);
        private Mutator? _mutator;

        public IFuzzTarget Target => target;

        public IReadOnlyList<FuzzInput> Seeds => _seeds.Value;

        public Mutator Mutator => _mutator ??= new Mutator(target, Seeds);

        public int Tried { get; set; }

        public TimeSpan Elapsed { get; set; }

        /// <summary>The most that an input has allocated, as a share of what is allowed, and which one it was.</summary>
        public double HighestShare { get; set; }

        public int Costliest { get; set; }
    }

    /// <summary>A hash that is the same in every process.</summary>
    private static class HashCode
    {
        public static int Of(int seed, string target, int number)
        {
            var hash = 2166136261;
            foreach (var character in string.Create(CultureInfo.InvariantCulture, $"{seed}/{target}/{number}"))
            {
                hash = (hash ^ character) * 16777619;
            }

            return (int)hash;
        }
    }
}
