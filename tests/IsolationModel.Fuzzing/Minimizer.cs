using System.Diagnostics;

namespace IsolationModel.Fuzzing;

/// <summary>Makes an input smaller that breaks a property, as long as it breaks the same one in the same way (delta debugging: Zeller, 2002).</summary>
/// <param name="target">Whose property it is.</param>
/// <param name="signature">How it is broken.</param>
/// <param name="time">How long it may take.</param>
internal sealed class Minimizer(IFuzzTarget target, string signature, TimeSpan time)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Makes it smaller: fewer files, then fewer lines, then fewer bytes.</summary>
    public FuzzInput Minimize(FuzzInput input)
    {
        while (_clock.Elapsed < time)
        {
            var before = input.Size + input.Files.Count;
            input = input.Files.Count > 1 ? new FuzzInput(Reduce(input.Files, static files => new FuzzInput(files))) : input;
            for (var i = 0; i < input.Files.Count; i++)
            {
                var (index, file, whole) = (i, input.Files[i], input);
                var lines = Reduce(Lines(file.Bytes), lines => whole.With(index, file with { Bytes = Join(lines) }));
                var bytes = Reduce(Join(lines), bytes => whole.With(index, new FuzzFile(file.Path, [.. bytes])));
                input = whole.With(index, new FuzzFile(file.Path, [.. bytes]));
            }

            if (input.Size + input.Files.Count == before)
            {
                break;
            }
        }

        return input;
    }

    private IReadOnlyList<T> Reduce<T>(IReadOnlyList<T> parts, Func<IReadOnlyList<T>, FuzzInput> make)
    {
        for (var chunk = Math.Max(1, parts.Count / 2); ; chunk /= 2)
        {
            for (var at = 0; at < parts.Count && _clock.Elapsed < time;)
            {
                List<T> fewer = [.. parts.Take(at), .. parts.Skip(at + chunk)];
                if (make(fewer) is { Files.Count: > 0 } smaller && IsBroken(smaller))
                {
                    parts = fewer;
                }
                else
                {
                    at += chunk;
                }
            }

            if (chunk <= 1)
            {
                return parts;
            }
        }
    }

    private bool IsBroken(FuzzInput input)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            // A file made with 'with' would keep the text of the other one.
            return Find.Of(target, new FuzzInput([.. input.Files.Select(static file => new FuzzFile(file.Path, file.Bytes))]), patience.Token)?.Signature == signature;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static List<byte[]> Lines(byte[] bytes)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            end = end < 0 ? bytes.Length : end + 1;
            lines.Add(bytes[start..end]);
            start = end;
        }

        return lines;
    }

    private static byte[] Join(IReadOnlyList<byte[]> lines) => [.. lines.SelectMany(static line => line)];
}
