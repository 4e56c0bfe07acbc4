using System.Globalization;
using IsolationModel.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>
/// Reads needs: <c>Need.Of(Threats.UntrustedCode).At(Levels.High)</c> as a mapping whose keys repeat, one entry for each part. A part that is no
/// constant is an open one; what is known beside it holds all the same, since parts only ever ask for more.
/// </summary>
internal static class NeedReader
{
    private const string Token = "token";
    private const string Open = "open";

    /// <summary>Methods that make quantities, with the units that they stand for.</summary>
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["Microseconds"] = "us",
        ["Milliseconds"] = "ms",
        ["Seconds"] = "s",
        ["Minutes"] = "min",
        ["Hours"] = "h",
        ["Megabytes"] = "MB",
        ["Mebibytes"] = "MiB",
        ["Gigabytes"] = "GB",
        ["Gibibytes"] = "GiB",
        ["Percent"] = "%",
    };

    /// <summary>What a call makes of a need; null where it is about something else.</summary>
    public static DataNode? Read(ValueReader values, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (SdkTypes.Is(method.ContainingType, SdkTypes.Need))
        {
            return Need(values, call);
        }

        return method.Name switch
        {
            "ParseNeed" when SdkTypes.Is(method.ContainingType, SdkTypes.Model) => Mapping(call, [Part(Token, values, call.Arguments[0].Value)]),
            "At" when SdkTypes.Is(method.ContainingType, "PodSecurityStandard") => AtVersion(values, call),
            "AtLeast" or "Containing" or "ContainingAny" => Requirement(values, call),
            _ => null,
        };
    }

    /// <summary>A condition on an attribute; null where an expression is none, or one of which not everything is constant.</summary>
    public static DataNode? Requirement(ValueReader values, IOperation operation) => operation switch
    {
        IBinaryOperation { LeftOperand: { } attribute, RightOperand: { } limit } comparison when SdkTypes.Is(attribute.Type, "QuantityKey") =>
            Sign(comparison.OperatorKind) is { } sign && Quantity(values, limit) is { } quantity ? Condition(operation, attribute, $"{sign} {quantity}") : null,
        IPropertyReferenceOperation { Property: { Name: var name, ContainingType: var type }, Instance: { } attribute } when SdkTypes.Is(type, "CapabilityKey") =>
            Condition(operation, attribute, name == "Required" ? "level >= 1" : "level <= 0"),
        IInvocationOperation { TargetMethod: { Name: "AtLeast", ContainingType.Name: "ScaleKey" }, Instance: { } attribute, Arguments: [var level] } =>
            level.Value.ConstantValue is { HasValue: true, Value: int place } ? Condition(operation, attribute, $"level >= {place.ToString(CultureInfo.InvariantCulture)}") : null,
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type }, Instance: { } attribute, Arguments: [var words] } when SdkTypes.Is(type, "SetKey") =>
            Words(values, words.Value) is { } set ? Condition(operation, attribute, $"{(name == "Containing" ? "all" : "any")} {set}") : null,
        _ => null,
    };

    private static DataMapping Need(ValueReader values, IInvocationOperation call)
    {
        var parts = new List<DataEntry>();
        if (call.Instance is { } before)
        {
            parts.AddRange(ValueReader.Target(values.Read(before)) is DataMapping known ? known.Entries : [Entry(Open, ValueReader.Unknown(before))]);
        }

        foreach (var argument in call.Arguments)
        {
            var value = argument.Value;
            switch (call.TargetMethod.Name)
            {
                case "Parse" or "For" or "Of" or "At" or "Against" or "With":
                    parts.AddRange(Each(Token, values, value));
                    break;
                case "Require":
                    parts.AddRange(Each("require", values, value));
                    break;
                case "Wish":
                    parts.AddRange(Each("wish", values, value));
                    break;
                case "On":
                    parts.Add(Part("platform", values, value));
                    break;
                case "Under":
                    parts.Add(new DataEntry(Key("settings"), values.Read(value)));
                    break;
                case "In":
                    break;
                default:
                    parts.Add(Entry(Open, ValueReader.Unknown(value)));
                    break;
            }
        }

        return Mapping(call, parts);
    }

    private static IEnumerable<DataEntry> Each(string key, ValueReader values, IOperation value) => values.Read(value) is var read && ValueReader.Target(read) is DataSequence list
        ? list.Items.Select(item => ToEntry(key, read is DataAlias alias ? new DataAlias(alias.Range, item) : item))
        : [ToEntry(key, read)];

    private static DataEntry Part(string key, ValueReader values, IOperation value) => ToEntry(key, values.Read(value));

    private static DataEntry ToEntry(string key, DataNode value) => Entry(ValueReader.Target(value) is DataScalar { IsUnresolved: true } ? Open : key, value);

    private static DataEntry Entry(string key, DataNode value) => new(Key(key), value);

    private static DataScalar Key(string key) => new(default, key, isPlain: true, contentStart: -1);

    private static DataMapping Mapping(IOperation operation, IReadOnlyList<DataEntry> parts) => new(CodeFile.RangeOf(operation.Syntax), parts);

    private static DataMapping? Condition(IOperation operation, IOperation attribute, string limit) =>
        ValueReader.Strip(attribute) is IPropertyReferenceOperation { Property: var member } && SdkTypes.EntryOf(member) is { Kind: "attribute", Id: var id }
            ? Mapping(operation, [Entry("attribute", DescriptorWords.Word(operation, id)), Entry("limit", DescriptorWords.Word(operation, limit))])
            : null;

    private static string? Sign(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };

    /// <summary><c>Quantities.Milliseconds(125)</c>, and <c>125.Milliseconds</c> where the language has it.</summary>
    private static string? Quantity(ValueReader values, IOperation operation)
    {
        var (name, amount) = ValueReader.Strip(operation) switch
        {
            IInvocationOperation { TargetMethod: { ContainingType: var type, Name: var method }, Arguments: [var argument] } when SdkTypes.Is(type, "Quantities") => (method, argument.Value),
            IPropertyReferenceOperation { Property: { Name: var property, Type.Name: "Quantity" }, Instance: { } instance } => (property, instance),
            _ => (string.Empty, null),
        };
        return amount is not null && Units.TryGetValue(name, out var unit) && ValueReader.Target(values.Read(amount)) is DataScalar { IsUnresolved: false } number ? $"{number.Value} {unit}" : null;
    }

    private static string? Words(ValueReader values, IOperation operation)
    {
        if (ValueReader.Target(values.Read(operation)) is not DataSequence list)
        {
            return null;
        }

        var words = new List<string>();
        foreach (var item in list.Items)
        {
            if (ValueReader.Target(item) is not DataScalar { IsUnresolved: false } word)
            {
                return null;
            }

            words.Add(word.Value);
        }

        return string.Join(" ", words);
    }

    private static DataScalar? AtVersion(ValueReader values, IInvocationOperation call) =>
        call.Instance is { } standard
        && ValueReader.Target(values.Read(standard)) is DataScalar { IsUnresolved: false } level
        && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int minor }
            ? DescriptorWords.Word(call, $"{level.Value}@v1.{minor.ToString(CultureInfo.InvariantCulture)}")
            : null;
}
