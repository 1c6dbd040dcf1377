// Draws every .chart of the page from the figures it names. Colours are the page's tokens, so both themes fit; the figures stand in a table beside it.
const shapes = { red: 'rect', yellow: 'triangle', snail: 'circle', none: 'emptyCircle', exempt: 'diamond' };
const spare = ['#2f6fb5', '#3f9d8f', '#c08a2d', '#8267b3', '#6d7d8f', '#b35d7e'];
const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
const drawn = [];

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function colour(mark, at) {
  return mark && token(`--sm-${mark}`) || spare[(at + 4) % spare.length];
}

function axis(extra) {
  const [line, text] = [token('--sm-line'), token('--sm-muted')];
  return {
    axisLine: { lineStyle: { color: line } }, axisLabel: { color: text, fontSize: 13 }, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: text, fontSize: 13 }, ...extra,
  };
}

function options(figures, label, narrow) {
  const [text, surface, line] = [token('--sm-text'), token('--sm-surface'), token('--sm-line')];
  const shared = {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    aria: { enabled: true, decal: { show: figures.kind === 'bars' }, label: { description: label } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    legend: { top: 0, textStyle: { color: text, fontSize: 13 }, inactiveColor: line },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: surface, borderColor: line, textStyle: { color: text } },
  };
  return figures.kind === 'scatter' ? {
    ...shared,
    grid: { left: 10, right: narrow ? 16 : 28, top: 40, bottom: 34, containLabel: true },
    xAxis: axis({ type: 'log', name: figures.x, nameLocation: 'middle', nameGap: 28, axisLabel: { color: token('--sm-muted'), fontSize: 13, formatter: value => number.format(value), hideOverlap: true } }),
    yAxis: axis({ type: 'value', name: narrow ? '' : figures.y, axisLabel: { color: token('--sm-muted'), fontSize: 13, formatter: value => `${value}%` } }),
    tooltip: { ...shared.tooltip, trigger: 'item', formatter: item => `${item.data.name}\n${figures.x}: ${number.format(item.data.value[0])}\n${figures.y}: ${number.format(item.data.value[1])}` },
    series: figures.series.map((series, at) => ({
      type: 'scatter', name: series.title, symbol: shapes[series.mark] ?? 'circle', symbolSize: narrow ? 9 : 11, cursor: 'pointer',
      itemStyle: { color: colour(series.mark, at), borderColor: series.mark === 'none' ? colour(series.mark, at) : surface, borderWidth: series.mark === 'none' ? 2 : 1 },
      data: series.points.map(point => ({ value: [point.x, point.y], name: point.title, href: point.href })),
      markLine: at === 0 && figures.line ? { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: token('--sm-focus'), type: 'dashed' }, data: [{ yAxis: figures.line }] } : undefined,
    })),
  } : {
    ...shared,
    grid: { left: 6, right: 20, top: 40, bottom: 34, containLabel: true },
    xAxis: axis({ type: 'value', name: figures.x, nameLocation: 'middle', nameGap: 28, axisLabel: { color: token('--sm-muted'), fontSize: 13, formatter: value => number.format(value), hideOverlap: true } }),
    yAxis: axis({ type: 'category', inverse: true, data: figures.rows.map(row => row.title), axisLabel: { color: text, fontSize: 13, interval: 0, width: narrow ? 90 : 200, overflow: 'truncate' }, splitLine: { show: false } }),
    tooltip: { ...shared.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: value => number.format(value) },
    series: figures.series.map((series, at) => ({
      type: 'bar', stack: 'all', name: series.title, cursor: 'pointer', barMaxWidth: 26, itemStyle: { color: colour(series.mark, at), borderColor: surface, borderWidth: 1 },
      data: series.values.map((value, row) => ({ value, href: figures.rows[row].href })),
    })),
  };
}

async function draw(place) {
  const label = place.getAttribute('aria-label');
  try {
    place.dataset.state = 'waiting';
    const figures = place.dataset.figures ? JSON.parse(place.dataset.figures) : await (await fetch(place.dataset.href)).json();
    const chart = window.echarts.init(place, null, { renderer: 'canvas' });
    const show = () => chart.setOption(options(figures, label, place.clientWidth < 500), true);
    show();
    chart.on('click', item => { if (item.data?.href) location.assign(item.data.href); });
    new ResizeObserver(() => chart.resize()).observe(place);
    place.dataset.state = 'drawn';
    drawn.push(show);
  } catch (fault) {
    place.dataset.state = 'failed';
    place.textContent = place.dataset.fault;
    console.warn(fault);
  }
}

document.querySelectorAll('.chart').forEach(draw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(show => show()));
