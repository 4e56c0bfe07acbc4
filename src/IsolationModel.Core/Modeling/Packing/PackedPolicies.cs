namespace IsolationModel.Modeling.Packing;

/// <summary>What an organisation lays down in packed form.</summary>
internal static class PackedPolicies
{
    public static ForbiddenTechnology Forbidden(PackedForm form, ForbiddenTechnology? ban) => new(
        form.Text(ban?.TechnologyId),
        form.Text(ban?.Reason),
        form.OptionalText(ban?.Until),
        form.Texts(ban?.ExceptScenarioIds ?? default),
        form.Texts(ban?.SourceIds ?? default));

    public static WorkloadNeeds NeedsOfWorkloads(PackedForm form, WorkloadNeeds? rule) => new(
        form.Text(rule?.Id),
        form.OptionalText(rule?.Namespace),
        form.List(rule?.Labels ?? default, static (form, label) => new LabelMatch(form.Text(label?.Key), form.Text(label?.Value))),
        form.OptionalText(rule?.Path),
        form.Texts(rule?.NeedTokens ?? default),
        form.OptionalText(rule?.LevelId),
        form.OptionalText(rule?.ScenarioId),
        form.OptionalText(rule?.AcceptsWeaker));

    public static PodSecurityExemption Exemption(PackedForm form, PodSecurityExemption? exemption) => new(
        form.Text(exemption?.Id),
        form.Text(exemption?.Reason),
        form.Texts(exemption?.RuntimeClasses ?? default),
        form.Texts(exemption?.Namespaces ?? default));

    public static ModelLock Lock(PackedForm form, ModelLock? locked) => new(form.Text(locked?.Pointer), form.Text(locked?.ModelId));
}
