using System.Globalization;

namespace IsolationModel.Cli.Tests.Support;

/// <summary>A clock that stands still, late in the evening of a day.</summary>
internal sealed class FixedClock(string day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(23), TimeSpan.Zero);
}
