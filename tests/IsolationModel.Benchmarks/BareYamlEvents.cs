using YamlDotNet.Core;

namespace IsolationModel.Benchmarks;

/// <summary>The yardstick: YamlDotNet's events of a text, and nothing done with them.</summary>
internal static class BareYamlEvents
{
    /// <summary>How many events a text has up to its end or its first mistake.</summary>
    public static long Count(string text)
    {
        var events = 0L;
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                events++;
            }
        }
        catch (YamlException)
        {
            // A broken file ends here, as it does for the reader that is measured.
        }

        return events;
    }
}
