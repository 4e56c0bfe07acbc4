using System.Globalization;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>What one row of a comparison took, once for each round.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Values">One value for each round that it was measured in, in the order of the rounds.</param>
internal sealed record Sample(string Name, IReadOnlyList<double> Values)
{
    /// <summary>The same without the first of several rounds, which warms up the caches of the system.</summary>
    public Sample Warm => Values.Count > 1 ? this with { Values = [.. Values.Skip(1)] } : this;

    /// <summary>The value in the middle: one disturbed round does not move it.</summary>
    public double Median => Quantile(0.5);

    /// <summary>How far the middle half of the rounds lies apart, as a part of the median.</summary>
    public double Spread => Median == 0 ? 0 : (Quantile(0.75) - Quantile(0.25)) / Median;

    /// <summary>The spread as people read it.</summary>
    public string SpreadText => Spread.ToString("0 %", CultureInfo.InvariantCulture);

    private double Quantile(double share)
    {
        var sorted = Values.Order().ToArray();
        var at = share * (sorted.Length - 1);
        var low = (int)Math.Floor(at);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((sorted[high] - sorted[low]) * (at - low));
    }
}
