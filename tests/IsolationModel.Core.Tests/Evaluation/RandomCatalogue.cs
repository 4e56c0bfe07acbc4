using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Catalogues of invented technologies in the vocabulary of the built-in model, with values on, just below and just above the grade bands.</summary>
internal static class RandomCatalogue
{
    /// <summary>Quantities that are ranked, with amounts in base units.</summary>
    public static readonly Dictionary<string, (Dimension Dimension, decimal[] Amounts)> Quantities = new(StringComparer.Ordinal)
    {
        ["startup"] = (Dimension.Time, [0.0009m, 0.124m, 0.125m, 0.126m, 1m, 10m, 10.1m, 600m, 601m]),
        ["throughputLoss"] = (Dimension.Ratio, [0m, 0.049m, 0.05m, 0.051m, 0.1m, 0.11m, 0.25m, 0.26m, 0.6m]),
        ["memoryOverhead"] = (Dimension.Information, [900_000m, 5_242_880m, 5_242_881m, 64_000_000m, 134_217_728m, 134_217_729m, 536_870_912m, 600_000_000m]),
    };

    public static readonly string[] Tokens =
    [
        "level:low", "level:medium", "level:high", "level:very-high", "untrusted-code", "hostile-tenants", "host-admin", "mixed-sensitivity", "plug-in", "gpu",
        "arch:arm64", "startup <= 125 ms", "memory <= 64 MiB", "loss < 5 %", "scenario:serverless", "scenario:edge-computing", "scenario:ci-cd",
    ];

    private static readonly string[] Capabilities = ["hostExcluded", "dedicatedHardware", "embeddable", "gpu", "unmodifiedOciImage"];

    private static readonly string[] Mechanisms = ["linux-namespaces", "application-kernel", "vm", "wasm", "wasm-shim"];

    /// <summary>A goal for each ranked quantity.</summary>
    public static Gen<ScoringGoal[]> Goals { get; } = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 9], Gen.Int[0, 9], (loss, startup, lossWeight, startupWeight) => new ScoringGoal[]
    {
        new("startup", startup, startupWeight),
        new("throughputLoss", loss, lossWeight),
    });

    /// <summary>Two to seven technologies; equal orders and equal rows occur.</summary>
    public static Gen<TechnologyDefinition[]> Technologies { get; } = Technology.Array[2, 7]
        .Select(rows => rows.Select((row, index) => row with { Id = $"t{index}" }).ToArray());

    public static Gen<TechnologyDefinition> Technology => Gen.Select(
        Value("startup"), Value("throughputLoss"), Value("memoryOverhead"), Boundary, Gen.OneOf(Capability, Unknown).Array[Capabilities.Length], Words, Gen.Int[0, 2].Select(Gen.OneOf(Mechanisms)),
        (startup, loss, memory, boundary, capabilities, words, place) =>
        {
            List<AttributeValue> values =
            [
                startup, loss, memory, Of("boundary", boundary), Of("hostArch", words),
                .. Capabilities.Select((id, index) => Of(id, capabilities[index])),
            ];
            return new TechnologyDefinition("t", new LocalizedText("T"), "runtime", place.Item1, place.Item2, values.OrderBy(value => value.AttributeId, StringComparer.Ordinal).ToEquatableArray());
        });

    public static ModelIndex Model(IEnumerable<TechnologyDefinition> technologies, params ForbiddenTechnology[] bans) => new(BuiltInModel.Definition with
    {
        Technologies = technologies.ToEquatableArray(),
        Forbidden = bans.ToEquatableArray(),
    });

    public static AttributeValue Of(string attribute, ValueInterval value, QuantityInterval? typical = null) => new(attribute, value, typical, null, null, default, null, null);

    public static QuantityInterval Range(string attribute, int low, int high, bool highIsOpen = false)
    {
        var (dimension, amounts) = Quantities[attribute];
        return new QuantityInterval(dimension, amounts[low], false, amounts[high], highIsOpen && low < high, $"{low}..{high}");
    }

    /// <summary>The technology with one value replaced.</summary>
    public static TechnologyDefinition With(this TechnologyDefinition technology, AttributeValue value) => technology with
    {
        Values = technology.Values.Select(old => old.AttributeId == value.AttributeId ? value : old).ToEquatableArray(),
    };

    /// <summary>At least as good in every attribute: each known end moves by up to two steps in the better direction, each unknown stays.</summary>
    public static TechnologyDefinition Better(TechnologyDefinition technology, int seed)
    {
        var random = new Random(seed);
        return technology with { Values = technology.Values.Select(value => value with { Value = Value(value.Value), Typical = value.Typical is { } typical ? (QuantityInterval)Value(typical) : null }).ToEquatableArray() };

        ValueInterval Value(ValueInterval value) => value switch
        {
            QuantityInterval quantity => Lower(quantity),
            OrdinalInterval { High: > 1 } level => Higher(level, 5),
            OrdinalInterval capability => Higher(capability, 1),
            SetInterval set => new SetInterval(set.Has.Concat(set.Maybe).Order().ToEquatableArray(), default),
            _ => value,
        };

        QuantityInterval Lower(QuantityInterval quantity)
        {
            var share = random.Next(3) / 4m;
            return quantity with { Low = quantity.Low * (1 - share), High = quantity.High * (1 - share) };
        }

        OrdinalInterval Higher(OrdinalInterval levels, int top)
        {
            var high = Math.Min(top, levels.High + random.Next(2));
            return new OrdinalInterval(Math.Min(high, levels.Low + random.Next(2)), high);
        }
    }

    /// <summary>What is known afterwards is part of what was known before.</summary>
    public static TechnologyDefinition Narrower(TechnologyDefinition technology, int seed)
    {
        var random = new Random(seed);
        return technology with { Values = technology.Values.Select(value => value with { Value = Narrow(value.AttributeId, value.Value) }).ToEquatableArray() };

        ValueInterval Narrow(string attribute, ValueInterval value)
        {
            switch (value)
            {
                case QuantityInterval { High: { } high } quantity when high > quantity.Low:
                    var inner = quantity.Low + ((high - quantity.Low) * random.Next(1, 8) / 8m);
                    return random.Next(2) == 0 ? quantity with { Low = inner, LowIsOpen = false } : quantity with { High = inner, HighIsOpen = false };
                case OrdinalInterval levels:
                    var low = random.Next(levels.Low, levels.High + 1);
                    return new OrdinalInterval(low, random.Next(low, levels.High + 1));
                case SetInterval set:
                    return new SetInterval(set.Has.Concat(set.Maybe.Where(_ => random.Next(2) == 0)).Order().ToEquatableArray(), default);
                case UnknownInterval when Quantities.TryGetValue(attribute, out var known):
                    return Range(attribute, 0, random.Next(known.Amounts.Length));
                default:
                    return value;
            }
        }
    }

    private static Gen<ValueInterval> Unknown => Gen.Const<ValueInterval>(UnknownInterval.Instance);

    private static Gen<ValueInterval> Capability => Gen.OneOf<ValueInterval>(OrdinalInterval.No, OrdinalInterval.Config, OrdinalInterval.Yes);

    private static Gen<ValueInterval> Boundary => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Select(ends => (ValueInterval)new OrdinalInterval(Math.Min(ends.Item1, ends.Item2), Math.Max(2, Math.Max(ends.Item1, ends.Item2))));

    private static Gen<ValueInterval> Words => Gen.OneOf<ValueInterval>(
        new SetInterval(new EquatableArray<string>(["arm64", "x86_64"]), default),
        new SetInterval(new EquatableArray<string>(["x86_64"]), new EquatableArray<string>(["arm64"])),
        new SetInterval(new EquatableArray<string>(["x86_64"]), default));

    private static Gen<AttributeValue> Value(string attribute)
    {
        var top = Quantities[attribute].Amounts.Length - 1;
        return Gen.Select(Gen.Int[0, 9], Gen.Int[0, top], Gen.Int[0, top], Gen.Int[0, top], Gen.Bool, (kind, a, b, c, isOpen) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            return kind switch
            {
                0 => Of(attribute, UnknownInterval.Instance),
                1 => Of(attribute, Range(attribute, low, high) with { High = null, HighIsOpen = true }),
                < 6 => Of(attribute, Range(attribute, low, high, isOpen)),
                _ => Of(attribute, Range(attribute, low, high, isOpen), Range(attribute, Math.Clamp(c, low, high), Math.Clamp(c, low, high))),
            };
        });
    }
}
