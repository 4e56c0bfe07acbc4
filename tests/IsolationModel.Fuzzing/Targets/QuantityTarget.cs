using IsolationModel.Data;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Quantities, ranges of them, quantities of Kubernetes, and integers of YAML.</summary>
internal sealed class QuantityTarget : IFuzzTarget
{
    public string Name => "quantities";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => QuantityUnit.All.Select(static unit => $"1.5 {unit.Symbol}")
        .Concat(["5..10 MiB", "< 1 ms", ">= 2 GiB", "1 s..2 min", "<=3", "250m", "0.25", "1Gi", "0x1F", "0o17", "-0b1_0", "0777"])
        .Select(static text => FuzzInput.Of("quantity.txt", text));

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        if (Quantity.TryParse(text, out var quantity))
        {
            OracleException.Demand(Quantity.TryParse(quantity.ToString(), out var again) && again == quantity, "round trip", "a quantity is not read as it is written", () => $"'{text}' is written '{quantity}'");
            OracleException.Demand(quantity.CompareTo(quantity) == 0 && quantity == again && again.GetHashCode() == quantity.GetHashCode(), "order", "a quantity differs from itself", () => text);
        }

        var interval = QuantityInterval.Parse(text, out var problem);
        OracleException.Demand(interval is not null || problem.Length > 0, "silence", "a range is neither read nor told", () => text);
        if (interval is not null)
        {
            OracleException.Demand(interval.High is null || interval.Low <= interval.High, "order", "a range is reversed", () => text);
        }

        OracleException.Demand(ResourceQuantity.AreSame(text, text), "order", "a quantity of Kubernetes differs from itself", () => text);
        _ = ResourceQuantity.AreSame(text, "1Gi");
        _ = IntegerText.Read(text);
    }
}
